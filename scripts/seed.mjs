// npm run seed [-- DIR]: a workspace folder full of sample accounts, made by the command line.
import { checkNode } from './lib/checkNode.mjs'

checkNode()
const { join } = await import('node:path')
const { runScript } = await import('./lib/runScript.mjs')
const { ensureBuilt } = await import('./lib/build.mjs')
const { createLog } = await import('./lib/log.mjs')
const { ensureInstalled } = await import('./lib/nodeModules.mjs')
const { projectRoot } = await import('./lib/paths.mjs')
const { runProcess } = await import('./lib/runProcess.mjs')
const { seedPlaces } = await import('./lib/sampleWorkspace.mjs')

await runScript(async ([folder]) => {
  const log = createLog()
  await ensureInstalled({ log })
  await ensureBuilt({ log })
  const { vault, env } = seedPlaces(folder)
  const { code } = await runProcess(process.execPath, [join(projectRoot, 'out', 'cli', 'plumbline.js'), '--vault', vault, 'init', '--sample'], { env })
  if (code === 0) log.line(`Sample workspace in ${vault}, its account files in ${env.PLUMBLINE_DOCUMENTS}.`)
  return code
})
