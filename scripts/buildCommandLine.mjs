// Bundles the command line into one file that runs on plain Node with nothing beside it.
import { chmodSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from 'vite'
import { projectRoot } from './lib/paths.mjs'

const ENTRY = join(projectRoot, 'electron', 'cli', 'plumbline.ts')
const OUT = join(projectRoot, 'out', 'cli')
/** The build of Automerge that carries its WebAssembly inside: a bundle would not find a .wasm file beside it. */
const AUTOMERGE = join(projectRoot, 'node_modules', '@automerge', 'automerge', 'dist', 'mjs', 'entrypoints', 'fullfat_base64.js')

/** Says who imports Electron; bundled, it would fail only when somebody runs the command. */
const withoutElectron = {
  name: 'without-electron',
  enforce: 'pre',
  resolveId(id, importer) {
    if (id === 'electron' || id.startsWith('electron/')) this.error(`The command line runs without Electron, but ${importer} imports it.`)
  },
}

if (!existsSync(ENTRY)) throw new Error(`${ENTRY} is missing.`)

await build({
  root: projectRoot,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  plugins: [withoutElectron],
  resolve: { alias: [{ find: /^@automerge\/automerge$/, replacement: AUTOMERGE }] },
  ssr: { noExternal: true, target: 'node' },
  build: {
    ssr: true,
    target: 'node20',
    outDir: OUT,
    emptyOutDir: true,
    minify: false,
    rollupOptions: {
      input: { plumbline: ENTRY },
      output: { format: 'es', entryFileNames: '[name].js', codeSplitting: false, banner: '#!/usr/bin/env node' },
    },
  },
})
chmodSync(join(OUT, 'plumbline.js'), 0o755)
