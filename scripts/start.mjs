// npm start: from a fresh clone to the open app, or to a tour in pictures where there is no display.
import { checkNode } from './lib/checkNode.mjs'

checkNode()
const { runScript } = await import('./lib/runScript.mjs')
const { start } = await import('./lib/start.mjs')

await runScript(start)
