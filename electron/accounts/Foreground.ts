/** Knows whether somebody waits for an answer, so that work nobody waits for can let it go first. */
export class Foreground {
  #underWay = 0
  #wake: (() => void)[] = []

  async run<T>(job: () => Promise<T>): Promise<T> {
    this.#underWay += 1
    try {
      return await job()
    } finally {
      this.#underWay -= 1
      if (this.#underWay === 0) for (const wake of this.#wake.splice(0)) wake()
    }
  }

  async idle(): Promise<void> {
    while (this.#underWay > 0) await new Promise<void>((resolve) => this.#wake.push(resolve))
  }
}
