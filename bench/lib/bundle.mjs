// Bundles a source file for plain Node, so that a measurement or a fault run uses the real code.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'
import { projectRoot } from '../../scripts/lib/paths.mjs'

const automerge = join(projectRoot, 'node_modules/@automerge/automerge/dist/mjs/entrypoints/fullfat_base64.js')

/** Imports a TypeScript file of the project with everything it needs. */
export async function importSource(path) {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-'))
  try {
    return await import(pathToFileURL(await bundleSource(path, folder)).href)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Makes one file of a TypeScript file of the project and everything it needs; answers where it lies. */
export async function bundleSource(path, folder) {
  await build({
    root: projectRoot,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    resolve: { alias: [{ find: /^@automerge\/automerge$/, replacement: automerge }] },
    ssr: { noExternal: true, target: 'node' },
    build: { ssr: true, target: 'node20', outDir: folder, minify: false, rollupOptions: { input: { source: join(projectRoot, path) }, output: { format: 'es', entryFileNames: '[name].mjs', codeSplitting: false } } },
  })
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  return join(folder, 'source.mjs')
}
