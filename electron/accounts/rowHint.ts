import type { AccountRow } from '#shared/domain/account/AccountRow'
import { parseRow } from './index/IndexEntry'

/** The row of an account as it travels in packs, so that lists are there before documents are read. */
export function encodeRow(row: AccountRow): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(row))
}

/** null for what is no row of that account, also one of another version of the app. */
export function decodeRow(accountId: string, bytes: Uint8Array): AccountRow | null {
  try {
    const row = parseRow(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
    return row?.accountId === accountId ? row : null
  } catch {
    return null
  }
}
