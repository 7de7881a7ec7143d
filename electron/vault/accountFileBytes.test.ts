import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from '#shared/base/canonicalJson'
import { decodeAccountFile, encodeAccountFile } from './accountFileBytes'
import { sha256 } from './sha256'
import { damaged } from './testing/damage'
import { seededRandom } from './testing/seededRandom'
import { testId } from './testing/vaultWorld'

const header = { format: 1, accountId: testId(), workspaceId: testId(), name: 'Bäckerei Nord', savedAt: '2026-11-21T09:00:00.000Z', attachments: [] } as const

test('an account file holds its document whatever its name and bytes are', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.uint8Array({ maxLength: 500 }), fc.array(fc.string(), { maxLength: 3 }), (name, document, attachments) => {
      const content = { header: { ...header, name, attachments }, document }
      expect(decodeAccountFile(encodeAccountFile(content))).toEqual({ ok: true, value: content })
    }),
  )
})

test('the bytes of an account file are what the format page says', () => {
  const bytes = encodeAccountFile({ header, document: new Uint8Array([1, 2, 3]) })
  const text = Buffer.from(canonicalJson({ ...header }))
  const length = Buffer.alloc(4)
  length.writeUInt32BE(text.length)
  const before = Buffer.concat([Buffer.from('PLUMBACC'), Buffer.from([0, 1]), length, text, Buffer.from([1, 2, 3])])
  expect(Buffer.from(bytes).toString('hex')).toBe(Buffer.concat([before, sha256(before)]).toString('hex'))
})

test('2,000 damaged account files are refused with a reason', () => {
  const seed = Number(process.env['PLUMBLINE_SEED'] ?? 1)
  const random = seededRandom(seed)
  for (let round = 0; round < 2000; round++) {
    const bytes = encodeAccountFile({ header, document: new Uint8Array(Math.floor(random() * 400)).map(() => random() * 256) })
    const bad = damaged(bytes, random)
    const decoded = decodeAccountFile(bad.bytes)
    if (decoded.ok) throw new Error(`seed ${seed}, round ${round}, ${bad.how}: taken`)
    expect(['notAnAccountFile', 'damaged']).toContain(decoded.error.kind)
  }
})

test('a file of a later version says so; a flipped bit in the version does not', () => {
  const bytes = encodeAccountFile({ header, document: new Uint8Array(5) })
  const later = bytes.slice()
  later[9] = 2
  expect(decodeAccountFile(later)).toEqual({ ok: false, error: { kind: 'damaged', part: 'file' } })
  later.set(sha256(later.subarray(0, later.length - 32)), later.length - 32)
  expect(decodeAccountFile(later)).toEqual({ ok: false, error: { kind: 'newerFormat', found: 2, known: 1 } })
})

test('any other file is told apart', () => {
  for (const text of ['', 'PK', '%PDF-1.7 …', 'PLUMBAC', 'PLUMBPACK']) {
    expect(decodeAccountFile(new TextEncoder().encode(text))).toEqual({ ok: false, error: { kind: 'notAnAccountFile' } })
  }
})
