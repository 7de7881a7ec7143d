import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { access, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { build, type Plugin } from 'vite'

const projectFolder = fileURLToPath(new URL('../../..', import.meta.url))
const buildPrefix = 'plumbline-cli-of-'

/** Builds the command line as the project does, with plugins that break something on purpose where a test wants that. */
export async function buildCommandLine(folder: string, plugins: readonly Plugin[] = []): Promise<string> {
  await build({ configFile: join(projectFolder, 'vite.cli.config.ts'), logLevel: 'error', plugins: [...plugins], build: { outDir: folder } })
  return join(folder, 'plumbline.js')
}

/** The built file, alone with its package.json in a folder outside the project; built once for all files of a test run. */
export async function builtCommandLine(): Promise<string> {
  // Each test file runs in a process of its own; their parent is the run.
  const folder = join(tmpdir(), `${buildPrefix}${process.ppid}`)
  const done = join(folder, 'done')
  try {
    await mkdir(folder)
  } catch {
    while (!(await exists(done))) {
      // Whoever was building it has failed and said why; this file tries for itself.
      if (!(await exists(folder))) return builtCommandLine()
      await wait(50)
    }
    return join(folder, 'built', 'plumbline.js')
  }
  try {
    await removeBuildsOfEndedRuns()
    const script = await buildCommandLine(join(folder, 'built'))
    await writeFile(done, '')
    return script
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

export interface Finished {
  /** null where a signal ended it. */
  readonly code: number | null
  readonly lines: readonly Record<string, unknown>[]
  readonly stdout: string
  readonly stderr: string
}

export interface CommandLineOptions {
  readonly input?: string | Uint8Array
  /** Put before node, as `strace` is. */
  readonly wrapper?: readonly string[]
}

/** A laptop's command line: its own home, so that nothing of the machine it runs on is touched. */
export class CommandLine {
  constructor(
    private readonly script: string,
    readonly home: string,
  ) {}

  start(words: readonly string[], { wrapper = [] }: CommandLineOptions = {}): ChildProcessWithoutNullStreams {
    const [command = process.execPath, ...rest] = [...wrapper, process.execPath, this.script, ...words]
    return spawn(command, rest, { cwd: dirname(this.script), env: this.environment() })
  }

  async run(words: readonly string[], options: CommandLineOptions = {}): Promise<Finished> {
    const running = this.start(words, options)
    // A command that reads nothing has closed its input before everything is written to it.
    running.stdin.on('error', () => undefined)
    running.stdin.end(options.input ?? '')
    return finished(running)
  }

  private environment(): NodeJS.ProcessEnv {
    return { PATH: process.env['PATH'], HOME: this.home, PLUMBLINE_USER_DATA: join(this.home, 'userData'), PLUMBLINE_DOCUMENTS: join(this.home, 'Documents') }
  }
}

export async function finished(running: ChildProcessWithoutNullStreams): Promise<Finished> {
  const [stdout, stderr, code] = await Promise.all([textOf(running.stdout), textOf(running.stderr), new Promise<number | null>((resolve) => running.on('close', resolve))])
  return { code, stdout, stderr, lines: jsonLines(stdout) }
}

/** Lines that are complete; a process that was killed may leave half of one. */
function jsonLines(stdout: string): readonly Record<string, unknown>[] {
  return stdout
    .split('\n')
    .slice(0, -1)
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Record<string, unknown>)
}

/** Listens instead of reading, so that a test can watch the same stream. */
function textOf(stream: Readable): Promise<string> {
  const parts: Uint8Array[] = []
  stream.on('data', (part: Uint8Array) => parts.push(part))
  return new Promise((resolve) => stream.on('close', () => resolve(Buffer.concat(parts).toString('utf8'))))
}

async function removeBuildsOfEndedRuns(): Promise<void> {
  for (const name of await readdir(tmpdir())) {
    const pid = name.startsWith(buildPrefix) ? Number(name.slice(buildPrefix.length)) : 0
    if (pid > 0 && pid !== process.ppid && !isRunning(pid)) await rm(join(tmpdir(), name), { recursive: true, force: true })
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
