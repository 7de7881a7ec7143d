import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'

export interface BuiltWorker {
  readonly script: string
  readonly remove: () => Promise<void>
}

/** Bundles the worker for plain Node. `projectFolder` is the clone it is built from. */
export async function buildWorker(projectFolder: string): Promise<BuiltWorker> {
  const outDir = await mkdtemp(join(tmpdir(), 'plumbline-worker-'))
  const automerge = join(projectFolder, 'node_modules/@automerge/automerge/dist/mjs/entrypoints/fullfat_base64.js')
  await build({
    root: projectFolder,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    resolve: { alias: [{ find: /^@automerge\/automerge$/, replacement: automerge }] },
    ssr: { noExternal: true, target: 'node' },
    build: {
      ssr: join(projectFolder, 'e2e/faults/worker/laptopWorker.ts'),
      outDir,
      emptyOutDir: true,
      target: 'node20',
      minify: false,
      rolldownOptions: { output: { format: 'esm', entryFileNames: 'laptopWorker.js', codeSplitting: false } },
    },
  })
  await writeFile(join(outDir, 'package.json'), '{"type":"module"}')
  return { script: join(outDir, 'laptopWorker.js'), remove: () => rm(outDir, { recursive: true, force: true }) }
}
