import { expect, test } from 'vitest'
import { emptyFingerprint, fingerprintOf, withChange } from './fingerprint'

const [a, b, c] = [Uint8Array.of(1), Uint8Array.of(2, 3), Uint8Array.of(4)]

test('a set of changes has one fingerprint, whatever the order and however often one of them arrived', () => {
  expect(fingerprintOf([c, a, b, a])).toBe(fingerprintOf([a, b, c]))
  expect(withChange(fingerprintOf([c, a]), b)).toBe(fingerprintOf([a, b, c]))
})

test('other sets have other fingerprints', () => {
  const fingerprints = [[], [a], [a, b], [a, b, c], [b, c]].map(fingerprintOf)
  expect(new Set(fingerprints).size).toBe(fingerprints.length)
  expect(fingerprints[0]).toBe(emptyFingerprint)
})
