import { checkNode } from './lib/checkNode.mjs'

checkNode()
const { runScript } = await import('./lib/runScript.mjs')
const { ensureBuilt } = await import('./lib/build.mjs')
const { ensureInstalled } = await import('./lib/nodeModules.mjs')

await runScript(async (args) => {
  await ensureInstalled()
  await ensureBuilt({ always: args.includes('--always') })
})
