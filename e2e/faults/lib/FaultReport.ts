/** What happened in a fault run. `failures` is empty exactly when it went well. */
export interface FaultReport {
  readonly name: string
  readonly seed: number
  readonly seconds: number
  readonly counts: FaultCounts
  readonly failures: readonly string[]
  /** Why it was not run on this machine; null where it was. */
  readonly skipped: string | null
}

/** Edits that were answered and how many of them are there at the end; packs that were not taken and later were. */
export interface FaultCounts {
  readonly acknowledged: number
  readonly found: number
  readonly refused: number
  readonly healed: number
  /** How often small packs were put together, or the replaced ones deleted. */
  readonly compacted: number
  /** Processes ended by SIGKILL: what was written stays, flushed or not. */
  readonly kills: number
  /** Power cuts, in which everything is lost that was not flushed; counted apart from kills. */
  readonly powerCuts: number
}

export const noCounts: FaultCounts = { acknowledged: 0, found: 0, refused: 0, healed: 0, compacted: 0, kills: 0, powerCuts: 0 }

export interface FaultOptions {
  /** The bundled worker, for runs with processes. */
  readonly worker: string
  readonly seed: number
  readonly seconds: number
}

/** One line for the terminal: with the seed the run can be had again. */
export function describeReport({ name, seed, seconds, counts, failures, skipped }: FaultReport): string {
  if (skipped !== null) return `${name}: skipped, ${skipped}`
  const numbers = Object.entries(counts).map(([what, count]) => `${what} ${count}`)
  return `${name}: seed ${seed}, ${Math.round(seconds)} s, ${numbers.join(', ')}${failures.length > 0 ? `, FAILED: ${failures.slice(0, 5).join('; ')}` : ''}`
}
