import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

/** `npx vite build --config renderer/testing/gallery/vite.config.ts`, then open out/gallery over any static server. */
// eslint-disable-next-line no-restricted-syntax -- Vite takes its configuration from the default export.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: './',
  plugins: [react()],
  build: { target: 'chrome130', outDir: fileURLToPath(new URL('../../../out/gallery', import.meta.url)), emptyOutDir: true, rollupOptions: { input: ['index.html', 'buyer.html'].map((page) => fileURLToPath(new URL(page, import.meta.url))) } },
})
