import { resolve } from 'node:path'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** One file with the WebAssembly inside: a bundled `.wasm` beside the code would not be found again. */
const automergeInOneFile = resolve(import.meta.dirname, 'node_modules/@automerge/automerge/dist/mjs/entrypoints/fullfat_base64.js')

export default defineConfig({
  main: {
    resolve: { alias: [{ find: /^@automerge\/automerge$/, replacement: automergeInOneFile }] },
    build: {
      target: 'node20',
      outDir: 'out/main',
      externalizeDeps: false,
      rollupOptions: {
        input: {
          main: resolve(import.meta.dirname, 'electron/main.ts'),
          documents: resolve(import.meta.dirname, 'electron/documents/documentHost.ts'),
        },
        external: ['electron'],
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  },
  preload: {
    build: {
      target: 'node20',
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: resolve(import.meta.dirname, 'electron/preload.ts') },
        external: ['electron'],
        // A sandboxed preload must be CommonJS and one file.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: resolve(import.meta.dirname, 'renderer'),
    plugins: [react()],
    build: {
      // The oldest runtime the app is built for is Electron 33.
      target: 'chrome130',
      // The window's first scripts count for the cold start; main and preload stay readable for their stack traces.
      minify: 'oxc',
      outDir: resolve(import.meta.dirname, 'out/renderer'),
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: resolve(import.meta.dirname, 'renderer/index.html'), buyer: resolve(import.meta.dirname, 'renderer/buyer.html') } },
    },
  },
})
