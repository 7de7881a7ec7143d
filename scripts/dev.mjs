// npm run dev: the app on the sample workspace, reloading while the sources change.
import { checkNode } from './lib/checkNode.mjs'

checkNode()
const { runScript } = await import('./lib/runScript.mjs')
const { ExplainedError } = await import('./lib/ExplainedError.mjs')
const { createLog } = await import('./lib/log.mjs')
const { ensureInstalled } = await import('./lib/nodeModules.mjs')
const { runTool } = await import('./lib/runTool.mjs')
const { sampleEnvironment } = await import('./lib/sampleWorkspace.mjs')
const { hasDisplay } = await import('./lib/virtualDisplay.mjs')
const { withApp } = await import('./lib/withApp.mjs')

await runScript(async (args) => {
  const log = createLog()
  if (!hasDisplay()) throw new ExplainedError('There is no display here to develop on.', 'Run "npm start" for the tour in pictures, or set DISPLAY.')
  await ensureInstalled({ log })
  return withApp(log, async (electron) => {
    const sandbox = electron.args.includes('--no-sandbox') ? { NO_SANDBOX: '1' } : {}
    const { code } = await runTool('electron-vite', ['dev', ...args], { env: { ...sampleEnvironment, ...sandbox } })
    return code
  })
})
