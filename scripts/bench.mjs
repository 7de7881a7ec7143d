// npm run bench [-- NAME]: runs bench/NAME.bench.mjs, or all of them.
import { checkNode } from './lib/checkNode.mjs'

checkNode()
const { existsSync, readdirSync } = await import('node:fs')
const { join } = await import('node:path')
const { runScript } = await import('./lib/runScript.mjs')
const { ExplainedError } = await import('./lib/ExplainedError.mjs')
const { ensureBuilt } = await import('./lib/build.mjs')
const { createLog } = await import('./lib/log.mjs')
const { ensureInstalled } = await import('./lib/nodeModules.mjs')
const { projectRoot } = await import('./lib/paths.mjs')
const { runProcess } = await import('./lib/runProcess.mjs')

const FOLDER = join(projectRoot, 'bench')
const ENDING = '.bench.mjs'

await runScript(async ([wanted, ...rest]) => {
  const log = createLog()
  const names = (existsSync(FOLDER) ? readdirSync(FOLDER) : []).filter((file) => file.endsWith(ENDING)).map((file) => file.slice(0, -ENDING.length)).sort()
  if (names.length === 0) throw new ExplainedError('There is no measurement in bench/ yet.', `Add one: bench/NAME${ENDING}`)
  if (wanted !== undefined && !names.includes(wanted)) throw new ExplainedError(`There is no measurement called ${wanted}.`, `npm run bench -- ${names.join(' | ')}`)
  await ensureInstalled({ log })
  await ensureBuilt({ log })
  let failed = 0
  for (const name of wanted === undefined ? names : [wanted]) {
    log.heading(name)
    const { code } = await runProcess(process.execPath, [join(FOLDER, `${name}${ENDING}`), ...rest], { cwd: projectRoot })
    if (code !== 0) failed++
  }
  return failed > 0 ? 1 : 0
})
