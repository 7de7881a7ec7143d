import { isId } from '#shared/base/Id'
import { err, ok, type Result } from '#shared/base/Result'
import { decodePackHeader, encodePackHeader, type PackHeader } from './PackHeader'
import { packName } from './packName'
import { sha256Hex } from './sha256'
import { accountIdLength, assertRecord, maximumRecordBytes, recordKindCodes, recordKindFromCode, type RecordKind, type VaultRecord } from './VaultRecord'
import type { PackUnreadable } from './VaultProblem'

export const packFormat = 1

/** A pack stays below this, so that a cut transfer costs little; one record that is larger travels alone. */
export const packTargetBytes = 512 * 1024

/** What a remote is trusted to carry in one piece, and the most that is ever decoded. */
export const maximumPackBytes = 8 * 1024 * 1024

/** Each record costs this besides its bytes. */
export const packRecordOverhead = 4 + 1 + accountIdLength

/** Generous for the longest header; what is left of the target is for records. */
export const packRecordsBudget = packTargetBytes - 1024

export interface EncodedPack {
  readonly header: PackHeader
  readonly bytes: Uint8Array
  readonly sha: string
  readonly name: string
}

/** Where a record lies in the bytes of a pack. */
export interface PackedRecord {
  readonly kind: RecordKind
  readonly accountId: string
  readonly offset: number
  readonly length: number
}

export interface Pack {
  readonly header: PackHeader
  readonly records: readonly PackedRecord[]
}

/** The pack as bytes: magic, version, header, records, and an empty place for a signature. */
export function encodePack(fields: Omit<PackHeader, 'format' | 'protection' | 'recordCount'>, records: readonly VaultRecord[]): EncodedPack {
  records.forEach(assertRecord)
  const header: PackHeader = { ...fields, format: packFormat, protection: 'none', recordCount: records.length }
  const headerBytes = encodePackHeader(header)
  const bodyBytes = records.reduce((sum, record) => sum + packRecordOverhead + record.bytes.length, 0)
  const bytes = new Uint8Array(prefixLength + headerBytes.length + bodyBytes + signatureLengthBytes)
  if (bytes.length > maximumPackBytes) throw new Error(`A pack of ${bytes.length} bytes is too large`)
  const view = new DataView(bytes.buffer)
  bytes.set(magic)
  view.setUint16(magic.length, packFormat)
  view.setUint32(magic.length + 2, headerBytes.length)
  bytes.set(headerBytes, prefixLength)
  let at = prefixLength + headerBytes.length
  for (const record of records) {
    view.setUint32(at, record.bytes.length)
    view.setUint8(at + 4, recordKindCodes[record.kind])
    writeAscii(bytes, at + 5, record.accountId)
    bytes.set(record.bytes, at + packRecordOverhead)
    at += packRecordOverhead + record.bytes.length
  }
  const sha = sha256Hex(bytes)
  return { header, bytes, sha, name: packName({ seq: fields.seq, sha }) }
}

/** Reads any bytes; what is not a whole, well-formed pack is refused with the reason. Bounded in time and memory by their length. */
export function decodePack(bytes: Uint8Array): Result<Pack, PackUnreadable> {
  if (bytes.length > maximumPackBytes) return err({ kind: 'tooLarge', bytes: bytes.length, limit: maximumPackBytes })
  if (bytes.length < prefixLength || !magic.every((byte, index) => bytes[index] === byte)) return err({ kind: 'notAPack' })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const version = view.getUint16(magic.length)
  if (version > packFormat) return err({ kind: 'newerFormat', file: '', found: version, known: packFormat })
  if (version < packFormat) return err({ kind: 'notAPack' })
  const headerLength = view.getUint32(magic.length + 2)
  if (headerLength > maximumHeaderBytes || prefixLength + headerLength > bytes.length) return err({ kind: 'damagedHeader', field: 'length' })
  const header = decodePackHeader(bytes.subarray(prefixLength, prefixLength + headerLength))
  if (!header.ok) return header
  return decodeBody(bytes, view, prefixLength + headerLength, header.value)
}

/** The records with bytes of their own, so that they can be handed on without the rest of the pack. */
export function recordsOfPack(bytes: Uint8Array, pack: Pack): readonly VaultRecord[] {
  return pack.records.map(({ kind, accountId, offset, length }) => ({ kind, accountId, bytes: bytes.slice(offset, offset + length) }))
}

/** The account ids that can still be made out in a damaged pack: a hint whom the damage may touch, no more. */
export function accountIdsInDamagedPack(bytes: Uint8Array): readonly string[] {
  const found = new Set<string>()
  const headerLength = bytes.length < prefixLength ? 0 : new DataView(bytes.buffer, bytes.byteOffset).getUint32(magic.length + 2)
  if (headerLength > maximumHeaderBytes) return []
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = asText(bytes)
  let at = prefixLength + headerLength
  while (at + packRecordOverhead <= bytes.length) {
    const accountId = text.toString('latin1', at + 5, at + packRecordOverhead)
    if (!isId(accountId)) break
    found.add(accountId)
    at += packRecordOverhead + view.getUint32(at)
  }
  return [...found]
}

function decodeBody(bytes: Uint8Array, view: DataView, start: number, header: PackHeader): Result<Pack, PackUnreadable> {
  // The count is a claim; no memory is set aside for it before the records have been seen.
  if (header.recordCount * packRecordOverhead > bytes.length) return err({ kind: 'damagedHeader', field: 'recordCount' })
  const text = asText(bytes)
  const records: PackedRecord[] = []
  let at = start
  for (let record = 0; record < header.recordCount; record++) {
    if (at + packRecordOverhead > bytes.length) return err({ kind: 'damagedBody', record })
    const length = view.getUint32(at)
    const code = view.getUint8(at + 4)
    const accountId = text.toString('latin1', at + 5, at + packRecordOverhead)
    const offset = at + packRecordOverhead
    if (!isId(accountId) || length > maximumRecordBytes || offset + length > bytes.length) return err({ kind: 'damagedBody', record })
    const kind = recordKindFromCode(code)
    if (kind === null) return err({ kind: 'unknownRecordKind', found: code })
    records.push({ kind, accountId, offset, length })
    at = offset + length
  }
  if (at + signatureLengthBytes > bytes.length) return err({ kind: 'damagedBody', record: header.recordCount })
  if (view.getUint16(at) !== 0) return err({ kind: 'unexpectedSignature' })
  if (at + signatureLengthBytes !== bytes.length) return err({ kind: 'damagedBody', record: header.recordCount })
  return ok({ header, records })
}

function writeAscii(bytes: Uint8Array, at: number, text: string): void {
  for (let index = 0; index < text.length; index++) bytes[at + index] = text.charCodeAt(index)
}

function asText(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

const magic = new TextEncoder().encode('PLUMPACK')

/** Magic, version, length of the header. */
const prefixLength = magic.length + 2 + 4
const signatureLengthBytes = 2

/** Ten times today's header. */
const maximumHeaderBytes = 4096
