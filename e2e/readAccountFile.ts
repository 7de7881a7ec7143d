import { createHash } from 'node:crypto'
import { load, toJS } from '@automerge/automerge'
import type { Account } from '../shared/domain/account/Account'
import { readAccount } from '../shared/domain/schema/readAccount'

/** Reads an account file by docs/format.md alone, as another program would. */
export function readAccountFile(bytes: Buffer): { readonly accountId: string; readonly account: Account } {
  const { accountId, document } = partsOf(bytes)
  // Short texts are objects in the document; as JSON they are strings.
  const plain: unknown = JSON.parse(JSON.stringify(toJS(load(document))))
  return { accountId, account: readAccount(plain) }
}

/** The document in an account file, as Automerge saved it. */
export function documentOfAccountFile(bytes: Buffer): Uint8Array {
  return partsOf(bytes).document
}

function partsOf(bytes: Buffer): { readonly accountId: string; readonly document: Uint8Array } {
  if (bytes.toString('latin1', 0, 8) !== 'PLUMBACC' || bytes.readUInt16BE(8) !== 1) throw new Error('Not an account file of format 1')
  const end = bytes.length - 32
  if (!createHash('sha256').update(bytes.subarray(0, end)).digest().equals(bytes.subarray(end))) throw new Error('The hash at the end is another one')
  const start = 14 + bytes.readUInt32BE(10)
  const header = JSON.parse(bytes.toString('utf8', 14, start)) as { readonly accountId: string }
  return { accountId: header.accountId, document: new Uint8Array(bytes.subarray(start, end)) }
}
