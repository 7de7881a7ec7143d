/** What is needed of a change to put it in its place. */
export interface ChangeLink {
  readonly hash: string
  /** The changes it is built on. */
  readonly deps: readonly string[]
  /** Seconds, a claim; settles only what nothing else does. */
  readonly time: number
}

/**
 * Puts changes in an order in which each comes after all it is built on, the same on every laptop whatever
 * the order of arrival. Clocks decide only between changes that know nothing of each other, and the hash
 * where they agree. What is built on a change that is not there is left out.
 */
export function orderChanges<Change extends ChangeLink>(changes: readonly Change[]): readonly Change[] {
  const waitingFor = new Map<string, number>()
  const followers = new Map<string, Change[]>()
  const ready = new Heap<Change>(isBefore)
  for (const change of changes) {
    waitingFor.set(change.hash, change.deps.length)
    for (const dep of change.deps) followers.set(dep, [...(followers.get(dep) ?? []), change])
    if (change.deps.length === 0) ready.push(change)
  }
  const ordered: Change[] = []
  for (let next = ready.pop(); next !== undefined; next = ready.pop()) {
    ordered.push(next)
    for (const follower of followers.get(next.hash) ?? []) {
      const left = (waitingFor.get(follower.hash) ?? 0) - 1
      waitingFor.set(follower.hash, left)
      if (left === 0) ready.push(follower)
    }
  }
  return ordered
}

function isBefore(a: ChangeLink, b: ChangeLink): boolean {
  return a.time === b.time ? a.hash < b.hash : a.time < b.time
}

/** The smallest first, in logarithmic time: an account may have ten thousand changes that are ready at once. */
class Heap<T> {
  readonly #items: T[] = []

  constructor(private readonly isBefore: (a: T, b: T) => boolean) {}

  push(item: T): void {
    this.#items.push(item)
    let at = this.#items.length - 1
    while (at > 0) {
      const parent = (at - 1) >> 1
      if (!this.#swapIfBefore(at, parent)) return
      at = parent
    }
  }

  pop(): T | undefined {
    const first = this.#items[0]
    const last = this.#items.pop()
    if (this.#items.length === 0 || last === undefined) return first
    this.#items[0] = last
    for (let at = 0; ; ) {
      const [left, right] = [2 * at + 1, 2 * at + 2]
      const smaller = right < this.#items.length && this.#before(right, left) ? right : left
      if (smaller >= this.#items.length || !this.#swapIfBefore(smaller, at)) return first
      at = smaller
    }
  }

  #swapIfBefore(one: number, other: number): boolean {
    if (!this.#before(one, other)) return false
    const [a, b] = [this.#items[one], this.#items[other]]
    if (a === undefined || b === undefined) return false
    this.#items[one] = b
    this.#items[other] = a
    return true
  }

  #before(one: number, other: number): boolean {
    const [a, b] = [this.#items[one], this.#items[other]]
    return a !== undefined && b !== undefined && this.isBefore(a, b)
  }
}
