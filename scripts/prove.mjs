// npm run prove [-- --minutes N] [--seed S] [--only NAME]: the fault runs in long, with counts and seeds.
import { checkNode } from './lib/checkNode.mjs'

checkNode()
const { runScript } = await import('./lib/runScript.mjs')
const { prove } = await import('./lib/prove.mjs')

await runScript(prove)
