import { mkdtemp, mkdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { test as playwrightTest, type ElectronApplication, type Page } from '@playwright/test'
import { Laptop, type LaptopOptions } from './Laptop'
import type { Runtime } from './Runtime'

export { expect } from '@playwright/test'

/** Several laptops of one team, each with its own data folder; folders that they share lie beside. */
export interface Desk {
  /** Starts the app as on a laptop of that name. The same name is the same laptop, with everything it had. */
  laptop(name: string, options?: LaptopOptions): Promise<Laptop>
  /** An empty folder, for example one that a team shares. */
  folder(name: string): Promise<string>
  readonly root: string
}

interface TestFixtures {
  readonly desk: Desk
  /** One laptop on its first start. */
  readonly laptop: Laptop
  readonly app: ElectronApplication
  /** The main window of that laptop. */
  readonly page: Page
}

interface WorkerFixtures {
  readonly runtime: Runtime
}

interface ElectronRuntimeModule {
  readonly ensureElectron: () => Promise<Runtime>
}
interface VirtualDisplayModule {
  readonly hasDisplay: () => boolean
  readonly startVirtualDisplay: () => Promise<{ readonly display: string; readonly stop: () => Promise<void> }>
}

const projectRoot = dirname(dirname(fileURLToPath(import.meta.url)))

async function script<T>(name: string): Promise<T> {
  return (await import(pathToFileURL(join(projectRoot, 'scripts', 'lib', `${name}.mjs`)).href)) as T
}

/** `test` with a real, built app in a fresh data folder. A page error anywhere fails the test. */
export const test = playwrightTest.extend<TestFixtures, WorkerFixtures>({
  runtime: [
    async ({}, use) => {
      const { hasDisplay, startVirtualDisplay } = await script<VirtualDisplayModule>('virtualDisplay')
      const { ensureElectron } = await script<ElectronRuntimeModule>('electronRuntime')
      const runtime = await ensureElectron()
      const screen = hasDisplay() ? null : await startVirtualDisplay()
      if (screen !== null) process.env['DISPLAY'] = screen.display
      await use(runtime)
      await screen?.stop()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  desk: async ({ runtime }, use) => {
    const root = await realpath(await mkdtemp(join(tmpdir(), 'plumbline-e2e-')))
    const laptops: Laptop[] = []
    await use({
      root,
      laptop: async (name, options = {}) => {
        const laptop = await Laptop.start(runtime, join(root, name), options)
        laptops.push(laptop)
        return laptop
      },
      folder: async (name) => {
        const path = join(root, name)
        await mkdir(path, { recursive: true })
        return path
      },
    })
    for (const laptop of laptops) await laptop.quit()
    await rm(root, { recursive: true, force: true })
    const problems = laptops.flatMap((laptop) => laptop.unforgivenProblems)
    if (problems.length > 0) throw new Error(`The page had problems:\n${problems.join('\n')}`)
  },
  laptop: async ({ desk }, use) => use(await desk.laptop('laptop')),
  app: async ({ laptop }, use) => use(laptop.app),
  page: async ({ laptop }, use) => use(laptop.page),
})
