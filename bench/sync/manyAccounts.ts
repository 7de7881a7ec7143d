import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { applyChanges, change, clone, decodeChange, free, getAllChanges, getLastLocalChange, ImmutableString, init, toJS, type Doc } from '@automerge/automerge'
import { idFromBytes } from '#shared/base/Id'
import type { Ids } from '#shared/base/Ids'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import { sampleAccounts } from '#shared/domain/sample/sampleAccounts'
import { encodeRow } from '../../electron/accounts/rowHint'
import { DocumentCache } from '../../electron/documents/DocumentCache'
import { formatChangeMessage } from '../../electron/documents/changeMessage'
import { skeletonChanges } from '../../electron/documents/skeletonChain'
import { createLog } from '../../electron/platform/Log'
import { nodeDisk } from '../../electron/platform/nodeDisk'
import { nodeProcesses } from '../../electron/platform/nodeProcesses'
import { systemClock } from '../../electron/platform/systemClock'
import { FolderRemote } from '../../electron/sync/remotes/FolderRemote'
import { sharedDisk } from '../../electron/sync/remotes/sharedDisk'
import { seededRandom } from '../../electron/vault/testing/seededRandom'
import { Vault } from '../../electron/vault/Vault'
import type { VaultRecord } from '../../electron/vault/VaultRecord'

export interface ManyAccountsOrder {
  /** Made anew. */
  readonly folder: string
  readonly accounts: number
  readonly devices: number
  /** So many accounts get one more edit in each round after the rest. */
  readonly changed: number
  readonly rounds: number
  readonly seed: number
  readonly onProgress: (done: number) => void
}

export interface ManyAccounts {
  readonly workspaceId: string
  readonly accounts: number
  readonly changedIds: readonly string[]
  readonly changesPerAccount: number
  /** Of one account as JSON. */
  readonly jsonBytes: number
}

type Draft = Record<string, Record<string, unknown>>

interface Template {
  readonly records: readonly Uint8Array[]
  readonly document: Doc<Draft>
  readonly row: AccountRow
}

/** A step of a member's work: so many edits of a sample make one change, so that an account has a history. */
const editsPerChange = 6
/** Flushed together, to be made quickly. */
const recordsPerFlush = 1_000

/**
 * A team folder of many accounts, written by many devices, in `team`; what comes on top in each round in which some are
 * changed, in `later-1` and so on; and the same accounts as JSON files in `json` and `json-1` and so on. Accounts are the sample accounts with a name
 * of their own: the same work for whoever takes them in, and quickly made.
 */
export async function makeManyAccounts({ folder, accounts, devices, changed, rounds, seed, onProgress }: ManyAccountsOrder): Promise<ManyAccounts> {
  rmSync(folder, { recursive: true, force: true })
  const allRounds = Array.from({ length: rounds }, (_, index) => index + 1)
  for (const name of ['team', 'json', ...allRounds.flatMap((round) => [`later-${round}`, `json-${round}`])]) mkdirSync(join(folder, name), { recursive: true })
  const ids = idsFrom(seededRandom(seed))
  const templates = makeTemplates(ids)
  const workspaceId = ids.next()
  const space = { format: 1, spaceId: workspaceId, protection: 'none', founderKey: null, name: 'Many accounts' } as const
  const remoteAt = (name: string): FolderRemote => new FolderRemote(sharedDisk, join(folder, name), workspaceId)
  for (const name of ['team', ...allRounds.map((round) => `later-${round}`)]) await remoteAt(name).writeSpace(space)
  const changedIds: string[] = []
  let done = 0
  for (let device = 0; device < devices; device++) {
    const vault = await makeVault(ids, join(folder, 'device'), workspaceId)
    const rows = new Map<string, AccountRow>()
    vault.provideRows((accountId) => {
      const row = rows.get(accountId)
      return row ? encodeRow(row) : null
    })
    const waiting: VaultRecord[] = []
    const mine: { readonly accountId: string; document: Doc<Draft> }[] = []
    for (let at = device; at < accounts; at += devices) {
      const template = templates[at % templates.length]
      if (!template) throw new Error('No template')
      const accountId = ids.next()
      const name = `Customer ${String(at + 1).padStart(4, '0')}`
      const named = rename(template.document, name, ids, 0)
      rows.set(accountId, { ...template.row, accountId, name, changedAt: momentOf(0) })
      waiting.push(...recordsOf(accountId, [...template.records, named.change]))
      if (waiting.length > recordsPerFlush) await append(vault, waiting.splice(0))
      writeFileSync(join(folder, 'json', `${accountId}.json`), JSON.stringify(toJS(named.document)))
      if (at < changed) mine.push({ accountId, document: named.document })
      else free(named.document)
      onProgress(++done)
    }
    await append(vault, waiting)
    let sent = await push(vault, remoteAt('team'), 0)
    for (const { accountId } of mine) changedIds.push(accountId)
    for (const round of allRounds) {
      for (const account of mine) {
        const name = `Changed ${round} ${account.accountId.slice(0, 6)}`
        const again = rename(account.document, name, ids, round)
        account.document = again.document
        rows.set(account.accountId, { ...(rows.get(account.accountId) as AccountRow), name, changedAt: momentOf(round) })
        await append(vault, recordsOf(account.accountId, [again.change]))
        writeFileSync(join(folder, `json-${round}`, `${account.accountId}.json`), JSON.stringify(toJS(again.document)))
      }
      sent = await push(vault, remoteAt(`later-${round}`), sent)
    }
    await vault.close()
    rmSync(join(folder, 'device'), { recursive: true })
  }
  return { workspaceId, accounts, changedIds, changesPerAccount: Math.max(...templates.map(({ records }) => records.length)), jsonBytes: Math.max(...templates.map(({ document }) => JSON.stringify(toJS(document)).length)) }
}

/** The format of accounts and packs in one word: what was made with another is made anew. */
export function skeletonKey(): string {
  return skeletonChanges()
    .map((part) => decodeChange(part).hash.slice(0, 8))
    .join('-')
}

function makeTemplates(ids: Ids): readonly Template[] {
  const cache = new DocumentCache()
  const author = { memberId: ids.next(), name: 'Kim Berg' }
  const samples = sampleAccounts(ids, '2026-11-02').map(({ edits }) => edits)
  return samples.map((_, first) => {
    // All samples in one account: about as much as a year of work on a customer.
    const edits = [...samples.slice(first), ...samples.slice(0, first)].flat()
    const accountId = ids.next()
    cache.open(accountId, [])
    const records = [...skeletonChanges()]
    for (let at = 0; at < edits.length; at += editsPerChange) {
      const editId = ids.next()
      const prepared = cache.prepare(accountId, { editId, edits: edits.slice(at, at + editsPerChange), author, now: '2026-11-02T09:00:00.000Z' })
      if (!prepared.ok || !prepared.value.change) throw new Error('A sample edit is refused')
      cache.confirm(accountId, editId)
      records.push(prepared.value.change)
    }
    const [document] = applyChanges(init<Draft>(), records)
    const opened = cache.open(accountId, records)
    if (!opened.ok) throw new Error('A sample does not open')
    cache.drop(accountId)
    return { records: getAllChanges(document), document, row: opened.value.row }
  })
}

/** Rounds are an hour apart. */
function momentOf(round: number): string {
  return new Date(Date.UTC(2026, 10, 3, 9 + round)).toISOString()
}

function rename(document: Doc<Draft>, name: string, ids: Ids, round: number): { readonly document: Doc<Draft>; readonly change: Uint8Array } {
  const message = formatChangeMessage(ids.next(), [{ kind: 'set', at: 'profile', field: 'name', value: name }], 'Kim Berg')
  const renamed = change(clone(document), { message, time: Date.parse(momentOf(round)) / 1_000 }, (draft) => {
    const { profile } = draft
    if (profile) profile['name'] = new ImmutableString(name)
  })
  const bytes = getLastLocalChange(renamed)
  if (!bytes) throw new Error('Nothing was renamed')
  return { document: renamed, change: bytes }
}

async function makeVault(ids: Ids, folder: string, workspaceId: string): Promise<Vault> {
  const world = { disk: nodeDisk, clock: systemClock, ids, log: createLog(systemClock, () => undefined), processes: nodeProcesses }
  const made = await Vault.create(world, folder, { workspaceId, name: 'Many accounts', accountFolder: join(folder, 'accounts') })
  const opened = made.ok ? await Vault.open(world, folder) : made
  if (!opened.ok) throw new Error(`No vault: ${opened.error.kind}`)
  return opened.value
}

function recordsOf(accountId: string, changes: readonly Uint8Array[]): readonly VaultRecord[] {
  return changes.map((bytes) => ({ kind: 'change', accountId, bytes }))
}

async function append(vault: Vault, records: readonly VaultRecord[]): Promise<void> {
  const appended = await vault.append(records)
  if (!appended.ok) throw new Error(`Not appended: ${appended.error.kind}`)
}

/** Answers the number of the newest pack. */
async function push(vault: Vault, remote: FolderRemote, above: number): Promise<number> {
  await vault.seal()
  for (const pack of vault.ownPacks()) {
    if (pack.seq <= above) continue
    const bytes = await vault.readPack(pack.deviceId, pack.seq)
    const put = bytes.ok ? await remote.putPack(pack.deviceId, pack, bytes.value) : bytes
    if (!put.ok) throw new Error(`Not put: ${put.error.kind}`)
  }
  return Math.max(above, ...vault.ownPacks().map(({ seq }) => seq))
}

function idsFrom(random: () => number): Ids {
  return { next: () => idFromBytes(Uint8Array.from({ length: 16 }, () => Math.floor(random() * 256))) }
}
