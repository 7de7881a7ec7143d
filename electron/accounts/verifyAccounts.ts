import { join } from 'node:path'
import type { Result } from '#shared/base/Result'
import type { DocumentClient, InspectedChanges } from '../documents/DocumentClient'
import { skeletonChanges } from '../documents/skeletonChain'
import type { Disk } from '../platform/Disk'
import { decodeAccountFile } from '../vault/accountFileBytes'
import type { ReadProblem } from './accountFailures'
import type { WrittenFile } from './index/IndexEntry'
import type { HeldChanges } from './OpenDocuments'

export type AccountProblem = { readonly accountId: string } & (
  | { readonly kind: 'unreadable'; readonly reason: string }
  /** Records that are no changes of this account; everything else stands without them. */
  | { readonly kind: 'unreadableRecords'; readonly records: number }
  /** Changes that others are built on have not arrived; nothing is wrong on this laptop. */
  | { readonly kind: 'waiting'; readonly changes: number }
  | { readonly kind: 'documentDiffers'; readonly missing: number; readonly extra: number }
  | { readonly kind: 'fileMissing' }
  | { readonly kind: 'fileUnreadable'; readonly reason: string }
  | { readonly kind: 'fileDiffers'; readonly missing: number; readonly extra: number }
)

export interface AccountsReport {
  readonly accounts: number
  /** Changes in all documents, the skeleton not counted. */
  readonly changes: number
  readonly files: number
  readonly problems: readonly AccountProblem[]
}

export interface VerifyWorld {
  readonly accountIds: readonly string[]
  readonly accountFolder: string
  readonly documents: DocumentClient
  readonly disk: Disk
  readonly held: (accountId: string) => Promise<Result<HeldChanges, ReadProblem>>
  readonly fileOf: (accountId: string) => WrittenFile | null
}

/** Compares the changes in the vault, in the documents and in the account files, one account after the other. */
export async function verifyAccounts(world: VerifyWorld): Promise<AccountsReport> {
  const skeleton = new Set((await inspect(world.documents, skeletonChanges())).hashes)
  const problems: AccountProblem[] = []
  let [changes, files] = [0, 0]
  for (const accountId of world.accountIds) {
    const held = await world.held(accountId)
    if (!held.ok) {
      problems.push({ accountId, kind: 'unreadable', reason: 'reason' in held.error ? held.error.reason : held.error.kind })
      continue
    }
    const { document, missing } = held.value
    const { hashes, unreadable } = await inspect(world.documents, held.value.changes)
    changes += document.filter((hash) => !skeleton.has(hash)).length
    if (unreadable > 0) problems.push({ accountId, kind: 'unreadableRecords', records: unreadable })
    if (missing > 0) problems.push({ accountId, kind: 'waiting', changes: missing })
    const difference = differ(new Set([...skeleton, ...hashes]), document)
    // What waits is stored and rightly not in the document yet.
    if (difference.extra > 0 || (difference.missing > 0 && missing === 0)) problems.push({ accountId, kind: 'documentDiffers', ...difference })
    // Nothing of it can be shown yet, so nothing was written.
    if (missing > 0 && world.fileOf(accountId) === null) continue
    const fileProblem = await checkFile(world, accountId, new Set(document))
    if (fileProblem) problems.push(fileProblem)
    else files += 1
  }
  return { accounts: world.accountIds.length, changes, files, problems }
}

async function checkFile(world: VerifyWorld, accountId: string, document: ReadonlySet<string>): Promise<AccountProblem | null> {
  const file = world.fileOf(accountId)
  const bytes = file && (await world.disk.readFile(join(world.accountFolder, file.name)))
  if (!bytes?.ok) return { accountId, kind: 'fileMissing' }
  const content = decodeAccountFile(bytes.value)
  if (!content.ok) return { accountId, kind: 'fileUnreadable', reason: content.error.kind }
  const found = await world.documents.inspectSaved(content.value.document)
  if (!found.ok || content.value.header.accountId !== accountId) return { accountId, kind: 'fileUnreadable', reason: found.ok ? 'otherAccount' : found.error.kind }
  const difference = differ(document, found.value)
  return difference.missing + difference.extra > 0 ? { accountId, kind: 'fileDiffers', ...difference } : null
}

async function inspect(documents: DocumentClient, changes: readonly Uint8Array[]): Promise<InspectedChanges> {
  const inspected = await documents.inspectChanges(changes)
  return inspected.ok ? inspected.value : { hashes: [], unreadable: changes.length }
}

function differ(expected: ReadonlySet<string>, found: readonly string[]): { readonly missing: number; readonly extra: number } {
  const there = new Set(found)
  return { missing: [...expected].filter((hash) => !there.has(hash)).length, extra: found.filter((hash) => !expected.has(hash)).length }
}
