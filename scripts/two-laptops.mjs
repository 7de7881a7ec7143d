// npm run two-laptops: two windows on two laptops' folders and one team folder between them.
import { checkNode } from './lib/checkNode.mjs'

checkNode()
const { runScript } = await import('./lib/runScript.mjs')
const { twoLaptops } = await import('./lib/twoLaptops.mjs')

await runScript(twoLaptops)
