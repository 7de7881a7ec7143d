import { commandInputs, type CommandHandlers, type CommandName } from '#shared/ipc/contract'
import type { Ids } from '#shared/base/Ids'
import { logToken, type Log } from '../platform/Log'
import { bugAnswer, type BugAnswer } from './BugAnswer'
import { isCommandName } from './names'
import { maximumCrossing, sizeOf } from './sizeOf'

type Handle = (input: unknown) => Promise<{ readonly ok: true } | { readonly ok: false; readonly error: { readonly kind: string } }>

export interface CommandRunnerParts {
  readonly handlers: CommandHandlers
  readonly ids: Ids
  readonly log: Log
  /** Milliseconds that only count forward, for durations. */
  readonly elapsed: () => number
  /** A bug was met; whoever wants to know its words (a developer at a terminal) gets them here, the log does not. */
  readonly onBug: (error: unknown) => void
}

/** Runs one command by name: parses what came, calls its handler, notes how it went. Knows nothing of windows. */
export class CommandRunner {
  readonly #parts: CommandRunnerParts
  readonly #underWay = new Set<Promise<unknown>>()
  #started = 0

  constructor(parts: CommandRunnerParts) {
    this.#parts = parts
  }

  /** Answers the handler's Result, or a bug: an input that the window should never have sent is one as well. */
  async run(name: unknown, input: unknown): Promise<unknown> {
    if (!isCommandName(name)) return this.#bug('unknownCommand')
    if (sizeOf(input, maximumCrossing) > maximumCrossing) return this.#bug('inputTooLarge', name)
    const parsed = commandInputs[name].safeParse(input)
    if (!parsed.success) return this.#bug('badInput', name)
    const running = this.#handle(name, parsed.data)
    this.#underWay.add(running)
    this.#started += 1
    return running.finally(() => this.#underWay.delete(running))
  }

  /** Resolves when no command is under way. */
  async settled(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay)
  }

  /**
   * Resolves when the page has nothing more to ask: each answer may be what the next command waited for, so after the
   * answers the page gets a turn, and only a turn without a new command ends it.
   */
  async quiet(giveTurn: () => Promise<unknown>): Promise<void> {
    for (let before = -1; before !== this.#started; ) {
      await this.settled()
      before = this.#started
      await giveTurn()
    }
  }

  async #handle(name: CommandName, input: unknown): Promise<unknown> {
    const { handlers, log, elapsed, onBug } = this.#parts
    const started = elapsed()
    try {
      const answer = await (handlers[name] as Handle)(input)
      const milliseconds = Math.round(elapsed() - started)
      if (!answer.ok) log.warn('command.refused', { name, milliseconds, failure: logToken(answer.error.kind) })
      else if (milliseconds >= slowFromMs) log.info('command.slow', { name, milliseconds })
      if (sizeOf(answer, maximumCrossing) > maximumCrossing) return this.#bug('answerTooLarge', name)
      return answer
    } catch (error) {
      onBug(error)
      return this.#bug(error instanceof Error ? error.name : 'thrown', name)
    }
  }

  #bug(kind: string, name: CommandName | 'none' = 'none'): BugAnswer {
    const id = this.#parts.ids.next()
    this.#parts.log.error('command.bug', { name, bug: logToken(kind), id: logToken(id) })
    return bugAnswer(id)
  }
}

/** Slower than this a member notices. Quicker ones are not noted: typing alone makes a line a second. */
const slowFromMs = 100
