import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { randomIds } from '../../../electron/platform/randomIds'
import { seededRandom } from '../../../electron/vault/testing/seededRandom'
import type { OpenWorkspace } from '../../../electron/workspace/OpenWorkspace'
import { readAccountHistory } from './accountHistory'
import { must } from './must'
import { openLaptop } from './openLaptop'
import type { AccountReport, Acknowledged, SyncedAnswer, WorkerCommand, WorkerLine, WorkerOrder, WorkerReport } from './protocol'
import { randomEdit } from './randomEdits'

const mostAccounts = 10
/** One exchange by hand after about so many edits; in between the service looks at the folder by itself. */
const editsPerExchange = 12

/** A laptop in a process of its own, with the services of the app and no window. Lives until it is killed or told to end. */
class LaptopWorker {
  private readonly random: () => number
  private readonly refused = new Set<string>()

  constructor(
    private readonly order: WorkerOrder,
    private readonly workspace: OpenWorkspace,
  ) {
    this.random = seededRandom(order.seed)
  }

  async obey(command: WorkerCommand): Promise<void> {
    switch (command.kind) {
      case 'work':
        await this.work(command.edits ?? Number.POSITIVE_INFINITY, command.pauseMs)
        return tell({ line: 'worked' })
      case 'sync':
        return tell({ line: 'synced', answer: await this.sync() })
      case 'report':
        return tell({ line: 'report', report: await this.report() })
      case 'end':
        await this.workspace.close()
        process.exit(0)
    }
  }

  private async work(edits: number, pauseMs: number): Promise<void> {
    const ledger = openSync(join(this.order.ledgerFolder, 'acknowledged'), 'a')
    try {
      for (let count = 0; count < edits; count++) {
        const acknowledged = await this.editSomething()
        if (acknowledged) {
          // Only what was answered is promised; the line itself must outlive the process too.
          writeSync(ledger, `${JSON.stringify(acknowledged)}\n`)
          fsyncSync(ledger)
        }
        if (this.random() * editsPerExchange < 1) await this.sync()
        await pause(pauseMs * this.random())
      }
    } finally {
      closeSync(ledger)
    }
  }

  /** null where the disk did not take it. */
  private async editSomething(): Promise<Acknowledged | null> {
    const { accounts } = this.workspace
    const rows = accounts.rows()
    if (rows.length === 0 || (rows.length < mostAccounts && this.random() < 0.02)) {
      const created = await accounts.create(`Account ${randomIds.next()}`)
      return created.ok ? this.edit(created.value.accountId) : refused(created.error)
    }
    return this.edit(rows[Math.floor(this.random() * rows.length)]?.accountId ?? '')
  }

  private async edit(accountId: string): Promise<Acknowledged | null> {
    const { accounts } = this.workspace
    for (;;) {
      const account = must(await accounts.snapshot(accountId))
      const { edits, personId } = randomEdit(account, randomIds, this.random)
      const editId = randomIds.next()
      const answer = await accounts.edit(accountId, editId, edits)
      // A colleague may have removed the person in the meantime.
      if (!answer.ok && answer.error.kind === 'refused') continue
      if (!answer.ok) return refused(answer.error)
      // A move to where it is already changes nothing, so nothing is kept of it.
      if (answer.value.undo.length === 0) continue
      return { accountId, editId, ...(personId === undefined ? {} : { personId }) }
    }
  }

  private async sync(): Promise<SyncedAnswer> {
    const { status, sent, received, refused } = await this.workspace.sync.syncOnce()
    const now = new Set(refused.map((pack) => pack.name))
    for (const name of this.refused) if (!now.has(name)) tell({ line: 'healedPack', name })
    this.refused.clear()
    for (const name of now) this.refused.add(name)
    return { kind: status.kind, waiting: status.waiting, sent, received, refused: refused.length, problem: status.problem?.message ?? null, teamIsAheadAt: status.teamIsAheadAt }
  }

  private async report(): Promise<WorkerReport> {
    const { accounts, vault } = this.workspace
    await accounts.settled()
    const reports: AccountReport[] = []
    for (const { accountId } of accounts.rows()) {
      const { heads, editIds } = readAccountHistory(readFileSync(must(await accounts.accountFilePath(accountId))))
      reports.push({ accountId, heads, editIds, personIds: Object.keys(must(await accounts.snapshot(accountId)).people) })
    }
    const stored = await vault.verify()
    const problems = [...(stored.ok ? stored.value.problems : [stored.error]), ...(await accounts.verify()).problems.filter(({ kind }) => kind !== 'waiting')]
    return {
      accounts: reports.sort((a, b) => (a.accountId < b.accountId ? -1 : 1)),
      problems: problems.map((problem) => JSON.stringify(problem)),
      packs: vault.stats().packs,
      deviceId: vault.deviceId,
    }
  }
}

/** Troubles of the disk are told and waited out; anything else is a defect. */
function refused(error: { readonly kind: string; readonly message: string }): null {
  if (!['diskFull', 'readOnly', 'noAccess', 'diskError'].includes(error.kind)) throw new Error(`${error.kind}: ${error.message}`)
  tell({ line: 'refusedEdit', kind: error.kind })
  return null
}

function tell(line: WorkerLine): void {
  writeSync(1, `${JSON.stringify(line)}\n`)
}

try {
  const order = JSON.parse(process.argv[2] ?? '') as WorkerOrder
  const workspace = await openLaptop(order, (line) => {
    if (line.includes('sync.packRefused')) tell({ line: 'refusedPack' })
    if (line.includes('vault.compacted')) tell({ line: 'compacted' })
  })
  const worker = new LaptopWorker(order, workspace)
  tell({ line: 'ready' })
  for await (const line of createInterface({ input: process.stdin })) await worker.obey(JSON.parse(line) as WorkerCommand)
} catch (error) {
  tell({ line: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  process.exit(1)
}
