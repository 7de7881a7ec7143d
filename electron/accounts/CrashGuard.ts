import type { Result } from '#shared/base/Result'

type Gone = { readonly kind: string }

/**
 * Tells the account that crashes the documents process from those that were only open beside it: what a
 * crash interrupted is tried once more, alone. Who crashes the process alone is the cause.
 */
export class CrashGuard {
  readonly #running = new Set<Promise<unknown>>()
  #alone: Promise<unknown> | null = null

  /** Answers `processGone` only where the process died twice under this attempt, the second time alone. */
  async run<T, P extends Gone>(attempt: () => Promise<Result<T, P>>): Promise<Result<T, P>> {
    while (this.#alone !== null) await this.#alone
    const first = await this.#track(attempt())
    return isGone(first) ? this.#runAlone(attempt) : first
  }

  async #runAlone<T, P extends Gone>(attempt: () => Promise<Result<T, P>>): Promise<Result<T, P>> {
    while (this.#alone !== null) await this.#alone
    const turn = Promise.allSettled([...this.#running]).then(attempt)
    const settled = turn.then(
      () => undefined,
      () => undefined,
    )
    this.#alone = settled
    try {
      return await turn
    } finally {
      this.#alone = null
    }
  }

  #track<T>(attempt: Promise<T>): Promise<T> {
    this.#running.add(attempt)
    const forget = (): void => void this.#running.delete(attempt)
    attempt.then(forget, forget)
    return attempt
  }
}

function isGone<T, P extends Gone>(result: Result<T, P>): boolean {
  return !result.ok && result.error.kind === 'processGone'
}
