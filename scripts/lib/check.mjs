import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ExplainedError } from './ExplainedError.mjs'
import { ensureBuilt } from './build.mjs'
import { NOTHING, addCounts, countPlaywright, countVitest, oneCheck, summaryLine } from './counts.mjs'
import { createLog, seconds } from './log.mjs'
import { ensureInstalled } from './nodeModules.mjs'
import { projectRoot } from './paths.mjs'
import { runTool } from './runTool.mjs'
import { prepareTestTools } from './testTools.mjs'
import { withApp } from './withApp.mjs'

const TYPE_CONFIGS = ['tsconfig.shared.json', 'tsconfig.electron.json', 'tsconfig.renderer.json', 'tsconfig.tests.json']
const CODE_FOLDERS = ['shared', 'electron', 'renderer', 'takeaway', 'e2e', 'bench', 'scripts']

/**
 * Runs the stages one after the other; a failed stage does not keep the next from running, except that
 * without a build there is no app to test. The last line sums up, the exit code says whether all is well.
 */
export async function check(args) {
  const log = createLog()
  await ensureInstalled({ log })
  const scratch = mkdtempSync(join(tmpdir(), 'plumbline-check-'))
  try {
    const done = await runStages(stagesFor(args, scratch, log), log)
    return report(done, log)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function stagesFor(args, scratch, log) {
  const fast = [
    // Each keeps one core busy.
    { name: 'Lint', beside: true, run: (onLine) => oneTool('eslint', ['.', '--max-warnings', '0'], onLine) },
    ...TYPE_CONFIGS.map((config) => ({ name: `Types: ${config}`, run: () => oneTool('tsc', ['-p', config]) })),
    { name: 'Import rules', run: () => oneTool('depcruise', ['--config', '.dependency-cruiser.cjs', ...CODE_FOLDERS.filter(exists)]) },
    { name: 'Unit and property tests', run: () => vitest(['node', 'renderer'], scratch) },
  ]
  // They wait more than they work, as do the windows of the end-to-end tests: together they fill the machine.
  const faults = { name: 'Fault runs', beside: true, run: (onLine) => vitest(['faults'], scratch, onLine) }
  const build = { name: 'Build', run: () => ensureBuilt({ log }).then(() => NOTHING) }
  const endToEnd = (files) => ({ name: 'End-to-end tests', needs: 'Build', run: () => endToEndTests(files, scratch, log) })
  const [flag, ...files] = args
  if (flag === undefined) return [{ name: 'Tools', run: () => prepareTestTools(log).then(() => NOTHING) }, ...fast, build, faults, endToEnd([])]
  if (flag === '--check' && files.length === 0) return fast
  if (flag === '--e2e') return [build, endToEnd(files)]
  throw new ExplainedError(`Unknown argument ${args.join(' ')}.`, 'npm test, npm run check, or npm run e2e -- FILE')
}

async function runStages(stages, log) {
  const done = []
  const beside = []
  for (const stage of stages) {
    if (stage.beside) {
      log.line(`\n== ${stage.name}: beside what follows; what it says stands below.`)
      beside.push(runBeside(stage, done, log))
      continue
    }
    log.heading(stage.name)
    const started = Date.now()
    tell(stage.name, await runStage(stage, done, log), started, done, log)
  }
  for (const running of beside) {
    const { stage, lines, counts, started, ended } = await running
    log.heading(stage.name)
    for (const line of lines) log.line(line)
    tell(stage.name, counts, started, done, log, ended)
  }
  return done
}

async function runBeside(stage, done, log) {
  const lines = []
  const started = Date.now()
  const counts = await runStage({ ...stage, run: () => stage.run((line) => lines.push(line)) }, done, log)
  return { stage, lines, counts, started, ended: Date.now() }
}

function tell(name, counts, started, done, log, ended = Date.now()) {
  const took = seconds(ended - started)
  done.push({ name, counts, took })
  log.line(`-- ${name}: ${counts.failed > 0 ? 'FAILED' : 'done'} in ${took}`)
}

async function runStage(stage, done, log) {
  if (stage.needs && done.find(({ name }) => name === stage.needs)?.counts.failed) {
    log.line(`Not run: the stage "${stage.needs}" failed.`)
    return oneCheck(false)
  }
  try {
    return await stage.run()
  } catch (error) {
    // A stage that cannot run is a failure of the check, and the others still have something to say.
    log.line(error instanceof ExplainedError ? `${error.message}\nNext step: ${error.next}` : (error?.stack ?? String(error)))
    return oneCheck(false)
  }
}

function report(done, log) {
  log.heading('Summary')
  for (const { name, counts, took } of done) log.line(`${counts.failed > 0 ? 'FAILED' : 'ok    '}  ${name} (${took})${detail(counts)}`)
  const sum = addCounts(...done.map(({ counts }) => counts))
  log.line('')
  log.line(summaryLine(sum))
  return sum.failed > 0 ? 1 : 0
}

function detail(counts) {
  return counts.passed + counts.failed + counts.skipped > 1 ? `: ${summaryLine(counts)}` : ''
}

async function oneTool(name, args, onLine) {
  const { code } = await runTool(name, args, { onLine })
  return oneCheck(code === 0)
}

async function vitest(projects, scratch, onLine) {
  const file = join(scratch, `vitest-${projects.join('-')}.json`)
  const { code } = await runTool('vitest', ['run', ...projects.map((name) => `--project=${name}`), '--retry=0', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`], { onLine })
  return countVitest(readReport(file), code)
}

async function endToEndTests(files, scratch, log) {
  const file = join(scratch, 'playwright.json')
  const { code } = await withApp(log, () =>
    runTool('playwright', ['test', '--workers=1', '--retries=0', '--reporter=list,json', ...files], {
      env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, PLAYWRIGHT_JSON_OUTPUT_NAME: file },
    }),
  )
  return countPlaywright(readReport(file), code)
}

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : null
}

function exists(folder) {
  return existsSync(join(projectRoot, folder))
}
