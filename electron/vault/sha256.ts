import { createHash } from 'node:crypto'

export const sha256Length = 32

export function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest()
}

export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** True when the bytes at `at` are the hash of everything before them, from `start` on. */
export function endsWithItsHash(bytes: Uint8Array, start: number, at: number): boolean {
  const found = bytes.subarray(at, at + sha256Length)
  return found.length === sha256Length && sha256(bytes.subarray(start, at)).every((byte, index) => byte === found[index])
}
