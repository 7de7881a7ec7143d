import type { ChildProcess } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { _electron, type ElectronApplication, type Page } from '@playwright/test'
import type { CommandAnswer, CommandInput, CommandName } from '../shared/ipc/contract'
import { invoke } from './invoke'
import type { Runtime } from './Runtime'

export interface LaptopOptions {
  /** The first start opens the sample workspace without asking. */
  readonly opensSample?: boolean
  /** More arguments for Electron itself. */
  readonly args?: readonly string[]
  readonly env?: { readonly [name: string]: string }
}

/** The built app to test: the project, or another folder with the same `package.json` and `out/`. */
const here = dirname(fileURLToPath(import.meta.url))
const appFolder = process.env['PLUMBLINE_APP'] ?? dirname(here)

/** A running app on a data folder of its own. */
export class Laptop {
  /** What went wrong in the page: errors nobody caught, and what the content policy had to stop. */
  readonly problems: string[] = []
  #isForgiven = false
  readonly #process: ChildProcess
  /** Resolves with the exit code when the app has gone. */
  readonly gone: Promise<number | null>

  private constructor(
    private readonly runtime: Runtime,
    readonly folder: string,
    readonly app: ElectronApplication,
    readonly page: Page,
  ) {
    this.#process = app.process()
    this.gone = new Promise((resolve) => this.#process.once('exit', resolve))
  }

  static async start(runtime: Runtime, folder: string, options: LaptopOptions = {}): Promise<Laptop> {
    const { command, environment } = await startOf(runtime, folder, options)
    const app = await _electron.launch({ executablePath: runtime.executablePath, args: [...command, join(here, 'launcher')], env: environment, colorScheme: null })
    const page = await firstWindow(app)
    const laptop = new Laptop(runtime, folder, app, page)
    page.on('pageerror', (error) => laptop.problems.push(error.stack ?? error.message))
    page.on('console', (message) => {
      if (message.type() === 'error') laptop.problems.push(message.text())
    })
    await app.evaluate(({ shell }) => {
      // The file manager and the browser of the machine that runs the tests stay closed.
      const handedOut: string[] = []
      Object.assign(globalThis, { handedOut })
      shell.showItemInFolder = (path) => void handedOut.push(path)
      shell.openExternal = async (address) => void handedOut.push(address)
    })
    await page.waitForLoadState()
    return laptop
  }

  /** What was handed to the file manager (paths) or to the browser and the mail program (addresses). */
  handedOut(): Promise<readonly string[]> {
    return this.app.evaluate(() => (globalThis as unknown as { readonly handedOut: readonly string[] }).handedOut)
  }

  /** For tests that provoke what otherwise would be a defect. */
  forgiveProblems(): void {
    this.#isForgiven = true
  }

  get unforgivenProblems(): readonly string[] {
    return this.#isForgiven ? [] : this.problems
  }

  /** Gives a command as the page does, past all that the page would check before. */
  invoke<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandAnswer<Name>> {
    return invoke(this.page, name, input)
  }

  get userData(): string {
    return join(this.folder, 'user-data')
  }

  get documents(): string {
    return join(this.folder, 'documents')
  }

  /** What a second start of the app on this laptop would be called with. */
  async secondStart(): Promise<{ readonly executablePath: string; readonly command: string[]; readonly environment: { [name: string]: string } }> {
    const { command, environment } = await startOf(this.runtime, this.folder, {})
    return { executablePath: this.runtime.executablePath, command: [...command, appFolder], environment }
  }

  /** Closes the app as a person does and waits until it has gone. Answers its exit code. */
  async quit(): Promise<number | null> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) await this.app.evaluate(({ app }) => app.quit()).catch(ignoreClosed)
    return withinLimit(this.gone, async () => `The app did not quit. Its log:\n${await readFile(join(this.userData, 'logs', 'plumbline.log'), 'utf8')}`)
  }

  /** Ends the app as a power cut does. */
  async kill(): Promise<void> {
    this.#process.kill('SIGKILL')
    await this.gone
  }

  /** The next folder dialogs are answered with this folder (null: cancelled), without showing one. */
  async answerFolderDialog(path: string | null): Promise<void> {
    await this.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: chosen === null, filePaths: chosen === null ? [] : [chosen] })
    }, path)
  }

  /** The next dialogs that ask for a file are answered with this one (null: cancelled), without showing one. */
  async answerFileDialog(path: string | null): Promise<void> {
    // The system has one dialog for folders and files.
    await this.answerFolderDialog(path)
  }

  /** The next save dialogs are answered with this file (null: cancelled), without showing one. */
  async answerSaveDialog(path: string | null): Promise<void> {
    await this.app.evaluate(({ dialog }, chosen) => {
      dialog.showSaveDialog = async () => ({ canceled: chosen === null, filePath: chosen ?? '' })
    }, path)
  }
}

/** An app that ends, or hangs, before it shows a window should say what it said, and not use up the time of the test. */
async function firstWindow(app: ElectronApplication): Promise<Page> {
  let said = ''
  app.process().stderr?.on('data', (text: Buffer) => (said += text.toString()))
  const ended = new Promise<never>((_resolve, reject) => {
    app.process().once('exit', (code, signal) => reject(new Error(`The app ended before its window opened (${code ?? signal}):\n${said}`)))
  })
  ended.catch(() => undefined)
  return withinLimit(Promise.race([app.firstWindow(), ended]), async () => `The app showed no window. It said:\n${said}`)
}

/** Longer than the app itself allows an end to take. */
const limitMs = 45_000

async function withinLimit<T>(work: Promise<T>, explain: () => Promise<string>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const limit = new Promise<null>((resolve) => (timer = setTimeout(() => resolve(null), limitMs)))
  const done = await Promise.race([work.then((value) => ({ value })), limit])
  clearTimeout(timer)
  if (done === null) throw new Error(await explain())
  return done.value
}

async function startOf(
  runtime: Runtime,
  folder: string,
  { opensSample = false, args = [], env = {} }: LaptopOptions,
): Promise<{ readonly command: string[]; readonly environment: { [name: string]: string } }> {
  const userData = join(folder, 'user-data')
  const documents = join(folder, 'documents')
  await mkdir(userData, { recursive: true })
  await mkdir(documents, { recursive: true })
  const inherited = Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined))
  return {
    command: [...runtime.args, ...args],
    environment: {
      ...inherited,
      PLUMBLINE_UNDER_TEST: appFolder,
      PLUMBLINE_USER_DATA: userData,
      PLUMBLINE_DOCUMENTS: documents,
      PLUMBLINE_OPEN_SAMPLE: opensSample ? '1' : '',
      ...env,
    },
  }
}

/** The app goes away while it answers. */
function ignoreClosed(error: unknown): void {
  if (error instanceof Error && /closed|destroyed|disconnected/i.test(error.message)) return
  throw error
}
