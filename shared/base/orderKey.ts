import { generateKeyBetween } from 'fractional-indexing'

/** A key that sorts between two others; null stands for the start or the end. */
export function orderKeyBetween(before: string | null, after: string | null): string {
  const [low, high] = [before, after].map((key) => (key !== null && isOrderKey(key) ? key : null))
  // Two devices can give two neighbours the same key; then the only honest place is right behind them.
  if (low && high && low >= high) return generateKeyBetween(low, null)
  return generateKeyBetween(low ?? null, high ?? null)
}

/** False for text that is no fractional index, as a damaged or hostile file may hold. */
function isOrderKey(key: string): boolean {
  try {
    generateKeyBetween(key, null)
    return true
  } catch {
    return false
  }
}
