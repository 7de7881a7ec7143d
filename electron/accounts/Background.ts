import { setImmediate as nextTurn } from 'node:timers/promises'

/** Works through accounts one at a time, letting everything else go first, until it is stopped. */
export class Background {
  readonly #waiting = new Set<string>()
  #atHand: string | null = null
  #running: Promise<void> | null = null
  #isStopped = false

  constructor(
    private readonly work: (accountId: string) => Promise<void>,
    private readonly onProgress: () => void,
  ) {}

  /** How many accounts are still to be worked on, the one at hand included. */
  get left(): number {
    return this.#waiting.size + (this.#atHand === null ? 0 : 1)
  }

  get isEmpty(): boolean {
    return this.#waiting.size === 0 && this.#running === null
  }

  add(accountIds: Iterable<string>): void {
    if (this.#isStopped) return
    const before = this.#waiting.size
    for (const accountId of accountIds) this.#waiting.add(accountId)
    if (this.#waiting.size !== before) this.onProgress()
    if (this.#waiting.size > 0) this.#running ??= this.#run()
  }

  /** Resolves when nothing waits any more. */
  async settled(): Promise<void> {
    while (this.#running !== null) await this.#running
  }

  /** Finishes the account at hand; answers whether nothing was left over. */
  async stop(): Promise<boolean> {
    this.#isStopped = true
    await this.settled()
    return this.#waiting.size === 0
  }

  async #run(): Promise<void> {
    for (const accountId of this.#waiting) {
      if (this.#isStopped) break
      await nextTurn()
      // Taken out first: what arrives while it is worked on is a reason to do it again.
      this.#waiting.delete(accountId)
      this.#atHand = accountId
      await this.work(accountId)
      this.#atHand = null
      this.onProgress()
    }
    this.#running = null
  }
}
