import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { createLog, seconds } from './log.mjs'
import { projectRoot } from './paths.mjs'
import { ExplainedError } from './ExplainedError.mjs'
import { runProcess } from './runProcess.mjs'

const SOURCE_FOLDERS = ['electron', 'renderer', 'shared', 'takeaway', 'resources']
const ROOT_FILES = /^(package(-lock)?\.json|tsconfig.*\.json|.*vite.*\.config\.ts|postcss\.config\..*)$/
const BUILD_SCRIPTS = ['scripts/lib/build.mjs', 'scripts/buildCommandLine.mjs']
const NOT_BUILT = /\.test\.tsx?$|(^|\/)testing\//
const TOOL = ['node_modules', 'electron-vite', 'bin', 'electron-vite.js']

/** Builds the app and the command line into out/ unless they are there and nothing they are made of has changed. */
export async function ensureBuilt({ log = createLog(), root = projectRoot, always = false } = {}) {
  const hashFile = join(root, 'out', '.build-hash')
  const hash = hashOfSources(root)
  if (!always && existsSync(hashFile) && readFileSync(hashFile, 'utf8') === hash) {
    log.line('The build in out/ is current.')
    return
  }
  const started = Date.now()
  log.line('Building the app and the command line.')
  // An interrupted build must not look current.
  rmSync(hashFile, { force: true })
  await step(root, [join(root, ...TOOL), 'build', '--logLevel', 'warn'], log)
  await step(root, [join(root, 'scripts', 'buildCommandLine.mjs')], log)
  writeFileSync(hashFile, hash)
  log.line(`Built in ${seconds(Date.now() - started)}.`)
}

async function step(root, args, log) {
  const lines = []
  const { code } = await runProcess(process.execPath, args, { cwd: root, onLine: (line) => lines.push(line) })
  if (code === 0) return
  for (const line of lines) log.line(`  ${line}`)
  throw new ExplainedError('The build failed; the messages are above.', 'Mend what they name, or undo your last change, and start again.')
}

/** One value for the content of everything that the build reads. */
export function hashOfSources(root) {
  const files = [
    ...SOURCE_FOLDERS.flatMap((folder) => filesBelow(join(root, folder))),
    ...readdirSync(root).filter((name) => ROOT_FILES.test(name)).map((name) => join(root, name)),
    ...BUILD_SCRIPTS.map((name) => join(root, name)),
  ]
  const named = files
    .map((file) => ({ file, name: relative(root, file).split(sep).join('/') }))
    .filter(({ file, name }) => !NOT_BUILT.test(name) && existsSync(file))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  const hash = createHash('sha256')
  for (const { file, name } of named) hash.update(`\0${name}\0`).update(createHash('sha256').update(readFileSync(file)).digest())
  return hash.digest('hex')
}

function filesBelow(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}
