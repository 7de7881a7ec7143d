import type { Brand } from './Brand'

/** 128 random bits as 26 lower-case base32 characters (RFC 4648 alphabet without padding). */
export type Id = Brand<string, 'Id'>
export type AccountId = Brand<string, 'AccountId'>
export type ComparisonId = Brand<string, 'ComparisonId'>
export type OptionId = Brand<string, 'OptionId'>
export type CriterionId = Brand<string, 'CriterionId'>
export type EvidenceId = Brand<string, 'EvidenceId'>
export type EditId = Brand<string, 'EditId'>
export type WorkspaceId = Brand<string, 'WorkspaceId'>
export type DeviceId = Brand<string, 'DeviceId'>
export type MemberId = Brand<string, 'MemberId'>

export const idPattern = /^[a-z2-7]{26}$/

const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'

/** Writes 16 bytes as the 26 characters of an id. Throws on another length: that is a bug of the caller. */
export function idFromBytes(bytes: Uint8Array): string {
  if (bytes.length !== 16) throw new Error(`An id needs 16 bytes, got ${bytes.length}`)
  let text = ''
  let buffer = 0
  let bits = 0
  for (const byte of bytes) {
    buffer = (buffer << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += alphabet[(buffer >> bits) & 31]
    }
    buffer &= (1 << bits) - 1
  }
  return text + (alphabet[(buffer << (5 - bits)) & 31] ?? '')
}

/** True for the text of an id, whatever it is the id of. */
export function isId(text: unknown): text is string {
  return typeof text === 'string' && idPattern.test(text)
}
