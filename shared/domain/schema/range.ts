export interface Range {
  readonly lo: number
  readonly hi: number
}

const rangePattern = /^(-?\d+(?:\.\d+)?(?:e-?\d+)?)\.\.(-?\d+(?:\.\d+)?(?:e-?\d+)?)$/

/** Reads a range as it is stored in a cell, `8..10` with 8 ≤ 10; null for anything else. */
export function parseRange(text: string): Range | null {
  const match = rangePattern.exec(text)
  if (!match) return null
  const lo = Number(match[1])
  const hi = Number(match[2])
  return Number.isFinite(lo) && Number.isFinite(hi) && lo <= hi ? { lo, hi } : null
}

/** Writes a range as a cell stores it: one scalar, so that two people's ranges are not mixed. */
export function formatRange({ lo, hi }: Range): string {
  return `${lo}..${hi}`
}
