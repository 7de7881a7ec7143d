// npm run package: builds the installed form of the app for Linux as a folder, reads its fuses back and tries it.
import { checkNode } from './lib/checkNode.mjs'

checkNode()
const { runScript } = await import('./lib/runScript.mjs')
const { createLog } = await import('./lib/log.mjs')
const { ensureBuilt } = await import('./lib/build.mjs')
const { ensureInstalled } = await import('./lib/nodeModules.mjs')

await runScript(async () => {
  const log = createLog()
  await ensureInstalled({ log })
  await ensureBuilt({ log })
  const { withApp } = await import('./lib/withApp.mjs')
  const { packageFolder } = await import('./lib/packageFolder.mjs')
  const { readFuses } = await import('./lib/readFuses.mjs')
  const { tryPackagedApp } = await import('./lib/tryPackagedApp.mjs')
  await withApp(
    log,
    async (electron) => {
      const { folder, program } = await packageFolder(electron, log)
      await readFuses(program, log)
      await tryPackagedApp(program, electron.args, log)
      log.line(`The app is in ${folder}; start ${program}.`)
    },
    { unseen: true },
  )
})
