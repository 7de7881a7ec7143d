import { createHash } from 'node:crypto'
import { load, toJS } from '@automerge/automerge'
import type { Account } from '../shared/domain/account/Account'
import { readAccount } from '../shared/domain/schema/readAccount'

/** Reads an account file by docs/format.md alone, as another program would. */
export function readAccountFile(bytes: Buffer): { readonly accountId: string; readonly account: Account } {
  if (bytes.toString('latin1', 0, 8) !== 'PLUMBACC' || bytes.readUInt16BE(8) !== 1) throw new Error('Not an account file of format 1')
  const end = bytes.length - 32
  if (!createHash('sha256').update(bytes.subarray(0, end)).digest().equals(bytes.subarray(end))) throw new Error('The hash at the end is another one')
  const start = 14 + bytes.readUInt32BE(10)
  const header = JSON.parse(bytes.toString('utf8', 14, start)) as { readonly accountId: string }
  // Short texts are objects in the document; as JSON they are strings.
  const plain: unknown = JSON.parse(JSON.stringify(toJS(load(new Uint8Array(bytes.subarray(start, end))))))
  return { accountId: header.accountId, account: readAccount(plain) }
}
