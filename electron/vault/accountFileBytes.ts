import { canonicalJson } from '#shared/base/canonicalJson'
import { isId } from '#shared/base/Id'
import { err, ok, type Result } from '#shared/base/Result'
import { endsWithItsHash, sha256, sha256Length } from './sha256'

export const accountFileFormat = 1

/** What an account file says about itself before the document starts. */
export interface AccountFileHeader {
  readonly format: 1
  readonly accountId: string
  /** The workspace it was saved from. */
  readonly workspaceId: string
  readonly name: string
  readonly savedAt: string
  /** Hashes of the attachments that belong to the document. */
  readonly attachments: readonly string[]
}

export interface AccountFileContent {
  readonly header: AccountFileHeader
  readonly document: Uint8Array
}

export type AccountFileUnreadable =
  | { readonly kind: 'notAnAccountFile' }
  | { readonly kind: 'newerFormat'; readonly found: number; readonly known: number }
  | { readonly kind: 'damaged'; readonly part: 'file' | 'header' }

/** The bytes of an `.account` file. */
export function encodeAccountFile(content: AccountFileContent): Uint8Array {
  const { accountId, workspaceId, name, savedAt, attachments } = content.header
  const header = new TextEncoder().encode(
    canonicalJson({ format: accountFileFormat, accountId, workspaceId, name, savedAt, attachments }),
  )
  if (header.length > maximumHeaderBytes) throw new Error(`An account file header of ${header.length} bytes is too large`)
  const end = prefixLength + header.length + content.document.length
  const bytes = new Uint8Array(end + sha256Length)
  const view = new DataView(bytes.buffer)
  bytes.set(magic)
  view.setUint16(magic.length, accountFileFormat)
  view.setUint32(magic.length + 2, header.length)
  bytes.set(header, prefixLength)
  bytes.set(content.document, prefixLength + header.length)
  bytes.set(sha256(bytes.subarray(0, end)), end)
  return bytes
}

/** Reads any bytes; a file of another kind, of a later version or with damage is refused with the reason. */
export function decodeAccountFile(bytes: Uint8Array): Result<AccountFileContent, AccountFileUnreadable> {
  if (bytes.length < magic.length || !magic.every((byte, index) => bytes[index] === byte)) return err({ kind: 'notAnAccountFile' })
  const end = bytes.length - sha256Length
  // First the hash, which every version has at the end: a flipped bit must not look like a later version.
  if (end < prefixLength || !endsWithItsHash(bytes, 0, end)) return err({ kind: 'damaged', part: 'file' })
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = view.getUint16(magic.length)
  if (found > accountFileFormat) return err({ kind: 'newerFormat', found, known: accountFileFormat })
  const headerLength = view.getUint32(magic.length + 2)
  if (headerLength > maximumHeaderBytes || prefixLength + headerLength > end) return err({ kind: 'damaged', part: 'header' })
  const header = decodeHeader(bytes.subarray(prefixLength, prefixLength + headerLength))
  if (header === null) return err({ kind: 'damaged', part: 'header' })
  return ok({ header, document: bytes.slice(prefixLength + headerLength, end) })
}

function decodeHeader(bytes: Uint8Array): AccountFileHeader | null {
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes))
  } catch {
    return null
  }
  if (typeof value !== 'object' || value === null) return null
  const { format, accountId, workspaceId, name, savedAt, attachments }: Readonly<Record<string, unknown>> = { ...value }
  if (format !== accountFileFormat || !isId(accountId) || !isId(workspaceId)) return null
  if (typeof name !== 'string' || typeof savedAt !== 'string' || !isListOfText(attachments)) return null
  return { format: accountFileFormat, accountId, workspaceId, name, savedAt, attachments }
}

function isListOfText(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((entry) => typeof entry === 'string')
}

const magic = new TextEncoder().encode('PLUMBACC')
const prefixLength = magic.length + 2 + 4

/** Room for the hashes of more attachments than an account should ever have. */
const maximumHeaderBytes = 1024 * 1024
