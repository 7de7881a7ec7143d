import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** As in `Laptop`: the built app to test, which the command line is part of. */
const appFolder = process.env['PLUMBLINE_APP'] ?? dirname(dirname(fileURLToPath(import.meta.url)))

/** The folders that the app and the command line of one laptop share. */
export interface CommandLineHome {
  readonly userData: string
  readonly documents: string
}

export interface Finished {
  readonly code: number | null
  readonly lines: readonly { readonly [name: string]: unknown }[]
  readonly said: string
}

/** Starts the built command line; whoever starts it ends it. */
export function startCommandLine({ userData, documents }: CommandLineHome, ...words: readonly string[]): ChildProcessWithoutNullStreams {
  const environment = { PATH: process.env['PATH'], HOME: userData, PLUMBLINE_USER_DATA: userData, PLUMBLINE_DOCUMENTS: documents }
  return spawn(process.execPath, [join(appFolder, 'out', 'cli', 'plumbline.js'), ...words], { env: environment })
}

/** Runs a command of the built command line to its end. */
export async function plumbline(home: CommandLineHome, ...words: readonly string[]): Promise<Finished> {
  const running = startCommandLine(home, ...words)
  running.stdin.end()
  const [stdout, said] = [textOf(running.stdout), textOf(running.stderr)]
  const code = await new Promise<number | null>((resolve) => running.once('close', resolve))
  const lines = (await stdout).split('\n').filter((line) => line !== '')
  return { code, lines: lines.map((line) => JSON.parse(line) as { readonly [name: string]: unknown }), said: await said }
}

async function textOf(stream: NodeJS.ReadableStream): Promise<string> {
  let text = ''
  for await (const chunk of stream) text += String(chunk)
  return text
}
