import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Account } from '#shared/domain/account/Account'
import type { Edit } from '#shared/domain/edit/Edit'
import type { Collision } from '#shared/ipc/contract'
import { FixedClock } from '#shared/testing/FixedClock'
import { seededIds } from '#shared/testing/seededIds'
import type { DocumentClient } from '../../documents/DocumentClient'
import { InProcessDocumentClient } from '../../documents/InProcessDocumentClient'
import { createLog } from '../../platform/Log'
import { nodeDisk } from '../../platform/nodeDisk'
import { nodeProcesses } from '../../platform/nodeProcesses'
import type { Disk } from '../../platform/Disk'
import { Vault } from '../../vault/Vault'
import type { AccountEvent } from '../AccountEvent'
import { AccountService } from '../AccountService'
import { AccountIndex } from '../index/AccountIndex'

const workspaceIds = seededIds(77)
export const testWorkspaceId = workspaceIds.next()

let seed = 1_000

/** A disk that stops answering when its process is dead. */
class MortalDisk {
  isDead = false
  readonly disk: Disk

  constructor(disk: Disk) {
    const call =
      <Given extends readonly unknown[], T>(method: (...given: Given) => Promise<T>): ((...given: Given) => Promise<T>) =>
      (...given) =>
        this.isDead ? new Promise<T>(() => undefined) : method(...given)
    this.disk = {
      createFile: call((...given) => disk.createFile(...given)),
      openFile: call((...given) => disk.openFile(...given)),
      readFile: call((...given) => disk.readFile(...given)),
      readRange: call((...given) => disk.readRange(...given)),
      readDirectory: call((...given) => disk.readDirectory(...given)),
      rename: call((...given) => disk.rename(...given)),
      unlink: call((...given) => disk.unlink(...given)),
      makeDirectory: call((...given) => disk.makeDirectory(...given)),
      stat: call((...given) => disk.stat(...given)),
      syncDirectory: call((...given) => disk.syncDirectory(...given)),
      temporaryName: () => disk.temporaryName(),
    }
  }
}

interface Parts {
  readonly disk: MortalDisk
  readonly vault: Vault
  readonly accounts: AccountService
  readonly index: AccountIndex
  readonly documents: DocumentClient
}

/** One laptop with a workspace in a temporary folder: everything real but the clock and the ids. */
export class Laptop {
  readonly folder = mkdtempSync(join(tmpdir(), 'laptop-'))
  readonly accountFolder = join(this.folder, 'Documents', 'Plumbline')
  readonly clock = new FixedClock()
  readonly ids = seededIds(seed++)
  readonly events: AccountEvent[] = []
  readonly log: string[] = []
  disk: Disk = nodeDisk
  startDocuments: () => DocumentClient = () => new InProcessDocumentClient()
  #parts: Parts | null = null

  constructor(readonly name: string) {}

  get accounts(): AccountService {
    return this.#running.accounts
  }

  get vault(): Vault {
    return this.#running.vault
  }

  get documents(): DocumentClient {
    return this.#running.documents
  }

  async start(): Promise<this> {
    const log = createLog(this.clock, (line) => void this.log.push(line))
    const mortal = new MortalDisk(this.disk)
    const world = { disk: mortal.disk, clock: this.clock, ids: this.ids, log, processes: nodeProcesses }
    const vaultFolder = join(this.folder, 'vault')
    mkdirSync(this.folder, { recursive: true })
    const created = await Vault.create(world, vaultFolder, { workspaceId: testWorkspaceId, name: 'Northwind team', accountFolder: this.accountFolder })
    if (!created.ok && !('code' in created.error)) throw new Error(`Not created: ${created.error.kind}`)
    const vault = await Vault.open(world, vaultFolder)
    if (!vault.ok) throw new Error(`Not opened: ${vault.error.kind}`)
    const index = await AccountIndex.open(mortal.disk, join(vaultFolder, 'db'))
    const documents = this.startDocuments()
    const author = { memberId: `member-${this.name}`, name: this.name }
    const accounts = new AccountService({ ...world, vault: vault.value, documents, index, author: () => author, accountFolder: this.accountFolder })
    accounts.on((event) => void this.events.push(event))
    await accounts.start()
    this.#parts = { disk: mortal, vault: vault.value, accounts, index, documents }
    return this
  }

  async stop(): Promise<void> {
    const { accounts, vault, documents } = this.#running
    this.#parts = null
    await accounts.stop()
    await vault.close()
    await documents.close()
  }

  async restart(): Promise<void> {
    await this.stop()
    await this.start()
  }

  /** The process ends without a word: the lock is let go as a dead process lets it go, and nothing else is written. */
  async vanish(): Promise<void> {
    const { vault, documents, disk } = this.#running
    this.#parts = null
    await vault.close()
    disk.isDead = true
    await documents.close()
  }

  async remove(): Promise<void> {
    if (this.#parts) await this.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }

  async create(name: string): Promise<string> {
    const created = await this.accounts.create(name)
    if (!created.ok) throw new Error(created.error.message)
    return created.value.accountId
  }

  async edit(accountId: string, ...edits: readonly Edit[]): Promise<Extract<Awaited<ReturnType<AccountService['edit']>>, { ok: true }>['value']> {
    const edited = await this.accounts.edit(accountId, this.ids.next(), edits)
    if (!edited.ok) throw new Error(edited.error.message)
    return edited.value
  }

  async read(accountId: string): Promise<Account> {
    const opened = await this.accounts.open(accountId)
    if (!opened.ok) throw new Error(opened.error.message)
    return opened.value.snapshot
  }

  async conflicts(accountId: string): Promise<readonly Collision[]> {
    const conflicts = await this.accounts.conflicts(accountId)
    if (!conflicts.ok) throw new Error(conflicts.error.message)
    return conflicts.value
  }

  /** Takes in every pack the other one has and this one has not. */
  async receiveFrom(other: Laptop): Promise<void> {
    await other.vault.seal()
    for (const pack of other.vault.ownPacks()) {
      const bytes = await other.vault.readPack(pack.deviceId, pack.seq)
      if (!bytes.ok) throw new Error('No pack')
      const received = await this.vault.receive(bytes.value)
      if (!received.ok) throw new Error(`Not received: ${received.error.kind}`)
    }
    await this.accounts.settled()
  }

  get #running(): Parts {
    if (!this.#parts) throw new Error('This laptop is off')
    return this.#parts
  }
}
