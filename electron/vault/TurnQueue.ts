/** Lets one piece of work run at a time, in the order in which they were asked for. */
export class TurnQueue {
  private last: Promise<unknown> = Promise.resolve()

  run<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.last.then(work)
    // The next one waits for the end of this one, whatever became of it; the failure goes to who asked.
    this.last = turn.catch(() => undefined)
    return turn
  }
}
