import { createHash } from 'node:crypto'

/**
 * Stands for a set of change records, whatever their order: what one laptop's index was computed from
 * can be compared with what its vault holds, and one more change is added without reading the others.
 */
export type Fingerprint = string

export const emptyFingerprint: Fingerprint = '0'.repeat(32)

export function fingerprintOf(changes: readonly Uint8Array[]): Fingerprint {
  // A change that arrived over two ways is one change.
  return [...new Set(changes.map(digest))].reduce(combine, emptyFingerprint)
}

/** `change` must not be in the set yet. */
export function withChange(fingerprint: Fingerprint, change: Uint8Array): Fingerprint {
  return combine(fingerprint, digest(change))
}

function digest(change: Uint8Array): Fingerprint {
  return createHash('sha256').update(change).digest('hex').slice(0, emptyFingerprint.length)
}

function combine(a: Fingerprint, b: Fingerprint): Fingerprint {
  return (BigInt(`0x${a}`) ^ BigInt(`0x${b}`)).toString(16).padStart(emptyFingerprint.length, '0')
}
