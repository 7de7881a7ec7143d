import { setImmediate as nextTurn } from 'node:timers/promises'

export interface BackgroundWork {
  readonly work: (accountId: string) => Promise<void>
  /** Resolves when nobody waits for anything; asked before each account. */
  readonly whenIdle: () => Promise<void>
  /** More or fewer accounts are left. */
  readonly onProgress: () => void
}

/** Works through accounts one at a time, letting everything else go first, until it is stopped. */
export class Background {
  readonly #waiting = new Set<string>()
  #atHand: string | null = null
  #running: Promise<void> | null = null
  #isStopped = false

  constructor(private readonly world: BackgroundWork) {}

  /** The accounts that are still to be worked on, the one at hand included. */
  get left(): readonly string[] {
    return this.#atHand === null || this.#waiting.has(this.#atHand) ? [...this.#waiting] : [...this.#waiting, this.#atHand]
  }

  get isEmpty(): boolean {
    return this.#waiting.size === 0 && this.#running === null
  }

  add(accountIds: Iterable<string>): void {
    if (this.#isStopped) return
    const before = this.#waiting.size
    for (const accountId of accountIds) this.#waiting.add(accountId)
    if (this.#waiting.size > 0) this.#running ??= this.#run()
    if (this.#waiting.size !== before) this.world.onProgress()
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    while (this.#running !== null) await this.#running
  }

  /** Finishes the account at hand; answers what was left over. */
  async stop(): Promise<readonly string[]> {
    this.#isStopped = true
    await this.settled()
    return [...this.#waiting]
  }

  async #run(): Promise<void> {
    for (const accountId of this.#waiting) {
      await nextTurn()
      if (!this.#isStopped) await this.world.whenIdle()
      if (this.#isStopped) break
      // Taken out first: what arrives while it is worked on is a reason to do it again.
      this.#waiting.delete(accountId)
      this.#atHand = accountId
      await this.world.work(accountId)
      this.#atHand = null
      this.world.onProgress()
    }
    this.#running = null
  }
}
