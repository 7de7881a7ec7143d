import { decide } from '#shared/domain/decision/decide'
import { englishWords } from '#shared/text/decision/englishWords'
import { diskProblemCode } from '../../platform/Disk'
import type { CommandContext } from '../CommandContext'
import { exitCodes, type ExitCode } from '../exitCodes'

/** The largest table the engine takes is far smaller. */
const inputLimit = 64 * 1024 * 1024

export async function decideFile(context: CommandContext, file: string): Promise<ExitCode> {
  const { output, say } = context
  const bytes = file === '-' ? await readInput(context) : await readFile(context, file)
  if (!bytes) return exitCodes.notRun
  const plain = parseJson(bytes)
  if (plain === undefined) {
    say(`${file === '-' ? 'The standard input' : file} is not JSON.`)
    return exitCodes.wrong
  }
  const decided = decide(plain, englishWords)
  if (!decided.ok) {
    say(decided.error.message)
    return exitCodes.wrong
  }
  await output.write(decided.value)
  return exitCodes.done
}

async function readFile({ world, say }: CommandContext, file: string): Promise<Uint8Array | null> {
  const bytes = await world.disk.readFile(file)
  if (bytes.ok) return bytes.value
  say(`${file} cannot be read (${diskProblemCode(bytes.error)}).`)
  return null
}

async function readInput({ input, say }: CommandContext): Promise<Uint8Array | null> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of input as AsyncIterable<Uint8Array>) {
    size += part.length
    if (size > inputLimit) {
      say(`The standard input is longer than ${inputLimit} bytes.`)
      return null
    }
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return undefined
  }
}
