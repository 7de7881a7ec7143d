import { uniformAt } from './randomStream'

/** Distance between the numbers one rejection sampler takes from a draw; larger than any table has slots. */
const attemptStride = 1_000_003

/** Inverse distribution function of the triangle lo ≤ mode ≤ hi with lo < hi. */
export function triangularFrom(uniform: number, lo: number, mode: number, hi: number): number {
  const range = hi - lo
  const left = (mode - lo) / range
  return uniform < left ? lo + Math.sqrt(uniform * range * (mode - lo)) : hi - Math.sqrt((1 - uniform) * range * (hi - mode))
}

/** A beta number from two gamma numbers: G(α)/(G(α) + G(β)). Takes slots `slot` and, on rejection, further ones. */
export function betaAt(keyA: number, keyB: number, slot: number, alpha: number, beta: number): number {
  const a = gammaAt(keyA, keyB, slot, alpha)
  const b = gammaAt(keyA, keyB, slot + 500_009, beta)
  // Both can underflow for tiny parameters; then it is a coin with the right odds.
  if (a + b <= 0) return uniformAt(keyA, keyB, slot + 999_983) < alpha / (alpha + beta) ? 1 : 0
  return a / (a + b)
}

/** A gamma number with scale 1 (Marsaglia & Tsang 2000; below shape 1 boosted by U^(1/shape)). */
function gammaAt(keyA: number, keyB: number, slot: number, shape: number): number {
  const isBoosted = shape < 1
  const d = (isBoosted ? shape + 1 : shape) - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  let place = slot
  for (;;) {
    const radius = Math.sqrt(-2 * Math.log(uniformAt(keyA, keyB, place)))
    const normal = radius * Math.cos(2 * Math.PI * uniformAt(keyA, keyB, place + attemptStride))
    const uniform = uniformAt(keyA, keyB, place + 2 * attemptStride)
    place += 3 * attemptStride
    const root = 1 + c * normal
    if (root <= 0) continue
    const v = root * root * root
    if (Math.log(uniform) >= 0.5 * normal * normal + d - d * v + d * Math.log(v)) continue
    return isBoosted ? d * v * Math.pow(uniformAt(keyA, keyB, place), 1 / shape) : d * v
  }
}
