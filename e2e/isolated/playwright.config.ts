import { defineConfig } from '@playwright/test'

/** For the run inside a watched network, which network.spec.ts starts. */
// eslint-disable-next-line no-restricted-syntax -- Playwright reads the default export.
export default defineConfig({
  testDir: '.',
  testMatch: '*.isolated.ts',
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  forbidOnly: true,
})
