/**
 * Random numbers by address instead of in a row: the same seed, draw and slot always give the same number, whatever
 * else is drawn. So a redraw after a slider moved, or after one cell became uncertain, reuses all the other numbers
 * (common random numbers) and the shares do not jitter. Integers of 32 bits only, the same on every runtime.
 */

/** Spreads the bits of a 32-bit number over all of it (Wellons' "lowbias32"). */
export function mixBits(bits: number): number {
  let mixed = bits | 0
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x7feb352d)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b)
  return mixed ^ (mixed >>> 16)
}

/** Odd constants far from each other: the golden ratio, and a prime for the second key. */
const golden = 0x9e3779b9
const second = 0x85ebca6b
const twoToMinus32 = 2 ** -32

/** Two keys of one draw; together they make overlaps between draws as good as impossible. */
export function firstKey(seed: number, draw: number): number {
  return mixBits(mixBits(lowWord(seed)) + Math.imul(draw + 1, golden))
}

/** The other half of the key of a draw; see `firstKey`. */
export function secondKey(seed: number, draw: number): number {
  return mixBits(mixBits(highWord(seed) ^ second) + Math.imul(draw + 1, second))
}

/** 32 random bits. The second key comes after the mixing: draws whose first keys meet still get different numbers. */
export function bitsAt(keyA: number, keyB: number, slot: number): number {
  return mixBits(keyA + Math.imul(slot, golden)) ^ keyB
}

/** A number evenly between 0 and 1, never 0 or 1. */
export function uniformAt(keyA: number, keyB: number, slot: number): number {
  return ((bitsAt(keyA, keyB, slot) >>> 0) + 0.5) * twoToMinus32
}

function lowWord(seed: number): number {
  return seed | 0
}

function highWord(seed: number): number {
  return Math.floor(seed / 4294967296) | 0
}
