// npm test: the whole check. "--check" leaves out the build and the app, "--e2e [files]" runs only those.
import { checkNode } from './lib/checkNode.mjs'

checkNode()
const { runScript } = await import('./lib/runScript.mjs')
const { check } = await import('./lib/check.mjs')

await runScript(check)
