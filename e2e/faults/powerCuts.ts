import type { Disk } from '../../electron/platform/Disk'
import { InProcessDocumentClient } from '../../electron/documents/InProcessDocumentClient'
import { createLog } from '../../electron/platform/Log'
import { nodeProcesses } from '../../electron/platform/nodeProcesses'
import { randomIds } from '../../electron/platform/randomIds'
import { systemClock } from '../../electron/platform/systemClock'
import { CrashDisk } from '../../electron/platform/testing/CrashDisk'
import type { Survival } from '../../electron/platform/testing/crashNodes'
import { seededRandom } from '../../electron/vault/testing/seededRandom'
import { endLockHolder } from '../../electron/vault/testing/vaultWorld'
import type { OpenWorkspace } from '../../electron/workspace/OpenWorkspace'
import { Workspaces } from '../../electron/workspace/Workspaces'
import { noCounts, type FaultOptions, type FaultReport } from './lib/FaultReport'
import { readAccountHistory } from './worker/accountHistory'
import { must } from './worker/must'
import type { Acknowledged } from './worker/protocol'
import { randomEdit } from './worker/randomEdits'

const userData = '/userData'
const documentsFolder = '/Documents'
const teamFolder = '/team'

/** One laptop whose power goes again and again at any call to the disk; what was not flushed is lost, wholly or in part. */
class CutLaptop {
  readonly acknowledged: Acknowledged[] = []
  cuts = 0

  private constructor(
    private disk: CrashDisk,
    private readonly team: CrashDisk,
    private readonly random: () => number,
    readonly workspaceId: string,
  ) {}

  static async make(random: () => number): Promise<CutLaptop> {
    const [disk, team] = [new CrashDisk(), new CrashDisk()]
    for (const [where, folder] of [[disk, userData], [disk, documentsFolder], [team, teamFolder]] as const) {
      await where.makeDirectory(folder)
      await where.syncDirectory('/')
    }
    const workspaces = await workspacesOn(disk, team)
    const { workspaceId } = must(await workspaces.create({ name: 'Sales' }))
    const laptop = new CutLaptop(disk, team, random, workspaceId)
    const { workspace, documents } = await laptop.open()
    must(await workspace.publish(teamFolder))
    for (let count = 0; count < 3; count++) must(await workspace.accounts.create(`Account ${count}`))
    await workspace.close()
    await documents.close()
    return laptop
  }

  /** Works until the power goes, at one of the next so many calls to the disk. */
  async cut(within: number): Promise<void> {
    const { disk } = this
    const at = disk.callCount + 1 + Math.floor(this.random() * within)
    disk.plan = ({ number }) => (number === at ? { kind: 'crash' } : null)
    await Promise.race([this.work(), disk.crashed])
    this.cuts++
    this.disk = disk.afterCrash(this.survival())
    await endLockHolder(this.disk, `${userData}/workspaces/${this.workspaceId}`)
  }

  async open(): Promise<{ readonly workspace: OpenWorkspace; readonly documents: InProcessDocumentClient }> {
    const workspaces = await workspacesOn(this.disk, this.team)
    const documents = new InProcessDocumentClient()
    return { workspace: must(await workspaces.open(this.workspaceId, { documents, polls: false })), documents }
  }

  /** What of the promised is there, on this laptop and on one that joins only now. */
  async compare(): Promise<{ readonly found: number; readonly failures: readonly string[] }> {
    const { workspace, documents } = await this.open()
    await workspace.sync.syncOnce()
    const own = await this.editIds(workspace, this.disk)
    const stored = await workspace.vault.verify()
    const wrong = [...(stored.ok ? stored.value.problems : [stored.error]), ...(await workspace.accounts.verify()).problems]
    const failures = wrong.map((problem) => JSON.stringify(problem))
    await workspace.close()
    await documents.close()
    const joined = await this.joined()
    const found = this.acknowledged.filter((edit) => own.has(edit.editId) && joined.has(edit.editId))
    for (const edit of this.acknowledged) if (!found.includes(edit)) failures.push(`lost ${JSON.stringify(edit)}${own.has(edit.editId) ? ' on the other laptop' : ''}`)
    return { found: found.length, failures }
  }

  private async joined(): Promise<ReadonlySet<string>> {
    const disk = new CrashDisk()
    for (const folder of [userData, documentsFolder]) await disk.makeDirectory(folder)
    const workspaces = await workspacesOn(disk, this.team)
    const { workspaceId } = must(await workspaces.join(teamFolder))
    const documents = new InProcessDocumentClient()
    const workspace = must(await workspaces.open(workspaceId, { documents, polls: false }))
    await workspace.sync.syncOnce()
    const editIds = await this.editIds(workspace, disk)
    await workspace.close()
    await documents.close()
    return editIds
  }

  private async editIds(workspace: OpenWorkspace, disk: Disk): Promise<ReadonlySet<string>> {
    await workspace.accounts.settled()
    const editIds = new Set<string>()
    for (const { accountId } of workspace.accounts.rows()) {
      const bytes = await disk.readFile(must(await workspace.accounts.accountFilePath(accountId)))
      if (bytes.ok) for (const editId of readAccountHistory(Buffer.from(bytes.value)).editIds) editIds.add(editId)
    }
    return editIds
  }

  private async work(): Promise<never> {
    const { workspace } = await this.open()
    const { accounts, sync, vault } = workspace
    for (;;) {
      const rows = accounts.rows()
      const accountId = rows[Math.floor(this.random() * rows.length)]?.accountId
      if (accountId === undefined) throw new Error('The accounts are gone')
      const { edits } = randomEdit(must(await accounts.snapshot(accountId)), randomIds, this.random)
      const editId = randomIds.next()
      const answer = await accounts.edit(accountId, editId, edits)
      if (answer.ok && answer.value.undo.length > 0) this.acknowledged.push({ accountId, editId })
      const luck = this.random()
      if (luck < 0.1) await vault.seal()
      else if (luck < 0.2) await sync.syncOnce()
      else if (luck < 0.25) await accounts.accountFilePath(accountId)
    }
  }

  private survival(): Survival {
    const luck = this.random()
    if (luck < 0.4) return { kind: 'forget' }
    return luck < 0.5 ? { kind: 'keep' } : { kind: 'torn', random: this.random }
  }
}

/** Whole services on a disk in memory that forgets what was not flushed; counted apart from killed processes. */
export async function powerCuts({ seed, seconds }: Pick<FaultOptions, 'seed' | 'seconds'>): Promise<FaultReport> {
  const begun = Date.now()
  const random = seededRandom(seed)
  const total = { acknowledged: 0, found: 0, powerCuts: 0 }
  const failures: string[] = []
  while (Date.now() < begun + seconds * 1_000 && failures.length === 0) {
    const laptop = await CutLaptop.make(random)
    for (let count = 0; count < 12 && Date.now() < begun + seconds * 1_000; count++) await laptop.cut(250)
    const compared = await laptop.compare()
    total.acknowledged += laptop.acknowledged.length
    total.found += compared.found
    total.powerCuts += laptop.cuts
    failures.push(...compared.failures)
  }
  return { name: 'one laptop whose power goes at any call to the disk', seed, seconds: (Date.now() - begun) / 1_000, counts: { ...noCounts, ...total }, failures, skipped: null }
}

async function workspacesOn(disk: CrashDisk, team: CrashDisk): Promise<Workspaces> {
  const log = createLog(systemClock, () => undefined)
  return Workspaces.load({ disk, teamDisk: team, clock: systemClock, ids: randomIds, processes: nodeProcesses, log, userData, documentsFolder })
}
