/** Runs jobs of one key one after the other; jobs of different keys do not wait for each other. */
export class KeyedQueue {
  readonly #last = new Map<string, Promise<unknown>>()

  run<T>(key: string, job: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key) ?? Promise.resolve()
    const done = before.then(job)
    const settled: Promise<void> = done.then(
      () => this.#forget(key, settled),
      () => this.#forget(key, settled),
    )
    this.#last.set(key, settled)
    return done
  }

  /** Resolves when no job is left, also of those that were added while waiting. */
  async idle(): Promise<void> {
    while (this.#last.size > 0) await Promise.all(this.#last.values())
  }

  #forget(key: string, settled: Promise<unknown>): void {
    if (this.#last.get(key) === settled) this.#last.delete(key)
  }
}
