// npm run screenshots: the tour in pictures, with or without a display.
import { checkNode } from './lib/checkNode.mjs'

checkNode()
const { runScript } = await import('./lib/runScript.mjs')
const { start } = await import('./lib/start.mjs')

await runScript(() => start(['--tour']))
