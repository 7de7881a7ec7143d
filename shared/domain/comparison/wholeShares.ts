/**
 * Shares as whole percent that add up to exactly 100 (largest remainder; equal remainders go to the
 * earlier one). All zero stays all zero. `parts` need not be normalised.
 */
export function wholeShares(parts: readonly number[]): readonly number[] {
  const sum = parts.reduce((total, part) => total + part, 0)
  if (!(sum > 0)) return parts.map(() => 0)
  const exact = parts.map((part) => (part / sum) * 100)
  const whole = exact.map(Math.floor)
  const missing = 100 - whole.reduce((total, part) => total + part, 0)
  const byRemainder = exact.map((part, index) => ({ index, remainder: part - Math.floor(part) })).sort((a, b) => b.remainder - a.remainder || a.index - b.index)
  for (const { index } of byRemainder.slice(0, missing)) whole[index] = (whole[index] ?? 0) + 1
  return whole
}
