import { chmod } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'

const fromRoot = (path: string): string => fileURLToPath(new URL(path, import.meta.url))

/**
 * The command line as one file that runs anywhere with Node: everything is bundled, and Automerge
 * brings its WebAssembly along as text.
 */
export default defineConfig({
  root: fromRoot('.'),
  publicDir: false,
  resolve: {
    alias: [{ find: /^@automerge\/automerge$/, replacement: fromRoot('node_modules/@automerge/automerge/dist/mjs/entrypoints/fullfat_base64.js') }],
  },
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: fromRoot('electron/cli/plumbline.ts'),
    target: 'node20',
    outDir: fromRoot('out/cli'),
    emptyOutDir: true,
    minify: false,
    reportCompressedSize: false,
    rolldownOptions: {
      output: { format: 'esm', entryFileNames: 'plumbline.js', codeSplitting: false, banner: '#!/usr/bin/env node' },
    },
  },
  plugins: [
    {
      name: 'without-electron',
      enforce: 'pre',
      // Bundled, it would fail only when somebody runs the command.
      resolveId(id, importer) {
        if (id === 'electron' || id.startsWith('electron/')) this.error(`The command line runs without Electron, but ${importer ?? 'it'} imports it.`)
      },
    },
    {
      name: 'starts-automerge-without-a-warning',
      // Automerge's own start prints a deprecation on the standard error of every command.
      transform(code, id) {
        if (!id.endsWith('wasm_bindgen_output/web/index.js')) return null
        const quiet = code.replace('initSync(wasmBlob)', 'initSync({ module: wasmBlob })')
        if (quiet === code) throw new Error('Automerge starts in another way now; look at its web/index.js')
        return { code: quiet, map: null }
      },
    },
    {
      name: 'says-that-it-is-a-module',
      // Copied to another place the file has no package.json above it that says so.
      generateBundle() {
        this.emitFile({ type: 'asset', fileName: 'package.json', source: `${JSON.stringify({ type: 'module' })}\n` })
      },
      async writeBundle({ dir }) {
        if (dir !== undefined) await chmod(join(dir, 'plumbline.js'), 0o755)
      },
    },
  ],
})
