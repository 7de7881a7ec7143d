export interface HangLimits {
  /** A process that has nothing in hand must take up what it is asked within this. */
  readonly takeUpMs: number
  /** What it has in hand must come to an end within this; so must starting. */
  readonly workMs: number
  /** How often it is looked at. */
  readonly lookMs: number
  readonly onHang: (reason: 'notTakenUp' | 'notFinished') => void
}

/**
 * Tells a process that hangs from one that works hard: asked something, it says at once that it has taken it up, and
 * later that it is done. Counts looks and not the clock, so that a laptop that slept, or a main process that was itself
 * kept waiting, blames nobody.
 */
export class HangWatch {
  #timer: NodeJS.Timeout | null = null
  #looks = 0
  /** It may take its time: it is starting, or has taken something up. */
  #isBusy = false

  constructor(private readonly limits: HangLimits) {}

  /** Something was asked, of a process that is there or of one that has to start. */
  asked({ isReady }: { readonly isReady: boolean }): void {
    if (this.#timer !== null) return
    this.#looks = 0
    this.#isBusy = !isReady
    this.#timer = setInterval(() => this.#look(), this.limits.lookMs)
    this.#timer.unref()
  }

  /** The process has taken something up. */
  begun(): void {
    this.#looks = 0
    this.#isBusy = true
  }

  /** The process has answered, or is ready now; so many questions are left. */
  answered(left: number): void {
    this.#looks = 0
    this.#isBusy = false
    if (left > 0 || this.#timer === null) return
    clearInterval(this.#timer)
    this.#timer = null
  }

  #look(): void {
    this.#looks += 1
    const limit = this.#isBusy ? this.limits.workMs : this.limits.takeUpMs
    if (this.#looks * this.limits.lookMs < limit) return
    this.#looks = 0
    this.limits.onHang(this.#isBusy ? 'notFinished' : 'notTakenUp')
  }
}
