// npm run graph: draws which folder imports which, as a Mermaid diagram in out/imports.mmd.
import { checkNode } from './lib/checkNode.mjs'

checkNode()
const { mkdirSync } = await import('node:fs')
const { join } = await import('node:path')
const { runScript } = await import('./lib/runScript.mjs')
const { ExplainedError } = await import('./lib/ExplainedError.mjs')
const { createLog } = await import('./lib/log.mjs')
const { ensureInstalled } = await import('./lib/nodeModules.mjs')
const { projectRoot } = await import('./lib/paths.mjs')
const { runTool } = await import('./lib/runTool.mjs')

await runScript(async () => {
  const log = createLog()
  await ensureInstalled({ log })
  const out = join(projectRoot, 'out')
  mkdirSync(out, { recursive: true })
  const diagram = join(out, 'imports.mmd')
  const { code } = await runTool('depcruise', [
    '--config', '.dependency-cruiser.cjs', '--output-type', 'mermaid', '--output-to', diagram,
    '--include-only', '^(shared|electron|renderer)/', '--exclude', '\\.test\\.|/testing/', '--collapse', '^(shared|electron|renderer)/[^/]+',
    'shared', 'electron', 'renderer',
  ])
  if (code !== 0) throw new ExplainedError('The imports could not be drawn; the message is above.', 'Mend what it names.')
  log.line(`The imports, as a Mermaid diagram: ${diagram}`)
})
