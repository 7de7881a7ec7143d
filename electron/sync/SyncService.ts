import type { Clock } from '#shared/base/Clock'
import type { SyncStatus } from '#shared/ipc/contract'
import { diskProblemCode } from '../platform/Disk'
import { logToken, type Log } from '../platform/Log'
import type { Vault } from '../vault/Vault'
import { RefusedPacks } from './RefusedPacks'
import type { Remote, SpaceFile } from './Remote'
import { emptyLedger, type LedgerStore, type SyncLedger } from './SyncLedger'
import type { RefusedPack, SyncProblem } from './SyncProblem'
import { SyncRound, type RoundReport } from './SyncRound'
import { syncFailure } from './syncWords'
import { WaitingEdits } from './WaitingEdits'

/** Where a workspace exchanges its packs. */
export interface SyncConnection {
  readonly remote: Remote
  /** As it was first met; another space at the same place later is somebody else's. */
  readonly space: SpaceFile
  /** The place as the member knows it, for messages. */
  readonly place: string
}

export interface SyncParts {
  readonly vault: Vault
  readonly clock: Clock
  readonly log: Log
  readonly ledger: LedgerStore
  readonly connection: SyncConnection | null
  /** How often the remote is looked at. */
  readonly pollMs?: number
}

export interface SyncReport {
  readonly status: SyncStatus
  readonly sent: number
  readonly received: number
  /** Packs that could not be taken in so far; also those that may only be half copied yet. */
  readonly refused: readonly RefusedPack[]
}

/** Often enough to see a colleague's edit while talking about it, seldom enough for a network share. */
const defaultPollMs = 5_000
/** Typing that does not pause is put into a pack this often, so that a day does not make thousands of packs. */
const longestUnsealedMs = 30_000
const completeEveryMs = 24 * 60 * 60 * 1000
/** At the start of a session the newest own packs are read back; once a day all of them. */
const readBackAtStart = 64

/** Owns the exchange between the vault and a remote. Moves packs; never looks at what an edit says. */
export class SyncService {
  private connection: SyncConnection | null
  private readonly refused = new RefusedPacks()
  private readonly waiting: WaitingEdits
  private readonly listeners = new Set<(status: SyncStatus) => void>()
  private rounds: Promise<unknown> = Promise.resolve()
  private counting: Promise<void> = Promise.resolve()
  private readonly pollMs: number
  private timer: ReturnType<typeof setTimeout> | null = null
  private isRunning = false
  private isStopping = false
  private isTransferring = false
  private isFirstRound = true
  private problem: SyncProblem | null = null
  private present: ReadonlySet<string> = new Set()
  private lastSyncedAt: string | null
  private unsealedBefore = 0
  private msSinceSeal = longestUnsealedMs
  private lastTold = ''

  constructor(private readonly parts: SyncParts) {
    this.connection = parts.connection
    this.waiting = new WaitingEdits(parts.vault)
    this.pollMs = parts.pollMs ?? defaultPollMs
    this.lastSyncedAt = parts.ledger.read().lastSyncedAt
  }

  /** Begins to look at the remote by itself. */
  start(): void {
    if (this.isRunning) return
    this.isRunning = true
    this.noticeEdit()
    this.plan(0)
  }

  /** Ends the round under way between two packs and waits for it. */
  async stop(): Promise<void> {
    this.isRunning = false
    this.isStopping = true
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    await this.rounds
    await this.counting
    this.isStopping = false
  }

  /** Carries everything there is to carry now, in both directions. */
  syncOnce(): Promise<SyncReport> {
    return this.enqueue(() => this.round({ isAsked: true }))
  }

  status(): SyncStatus {
    const { connection, lastSyncedAt } = this
    if (!connection) return { kind: 'noTeamFolder', waiting: 0, lastSyncedAt: null, problem: null }
    const waiting = this.waiting.count()
    const problem = this.problem ? syncFailure(this.problem, connection.place) : null
    return { kind: this.kind(waiting), waiting, lastSyncedAt, problem }
  }

  private kind(waiting: number): SyncStatus['kind'] {
    if (this.isTransferring) return 'syncing'
    if (this.problem) return this.problem.kind === 'offline' ? 'offline' : 'needsYou'
    return waiting > 0 ? 'waiting' : 'upToDate'
  }

  onStatus(listener: (status: SyncStatus) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** Called when this laptop has made an edit durable, so that the count of waiting edits is right at once. */
  noticeEdit(): void {
    if (!this.waiting.isStale()) return this.tell()
    this.counting = this.counting.then(async () => {
      await this.recount()
      this.tell()
    })
  }

  /** From now on exchanges with this remote, or with none. What was sent to another place does not count as sent to this one. */
  connect(connection: SyncConnection | null): Promise<void> {
    return this.enqueue(async () => {
      this.connection = connection
      this.problem = null
      this.present = new Set()
      this.isFirstRound = true
      this.lastSyncedAt = null
      this.refused.clearAll()
      await this.keep(emptyLedger)
      await this.recount()
      this.tell()
      if (this.isRunning) this.plan(0)
    })
  }

  private plan(delayMs: number): void {
    if (this.timer) clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      void this.enqueue(() => this.round({ isAsked: false })).then(() => {
        if (this.isRunning) this.plan(this.pollMs)
      })
    }, delayMs)
  }

  /** One after the other: two rounds at once would carry the same packs twice. */
  private enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.rounds.then(work)
    this.rounds = done.catch(() => undefined)
    return done
  }

  private async round({ isAsked }: { readonly isAsked: boolean }): Promise<SyncReport> {
    const { connection, parts, refused } = this
    if (!connection || this.isStopping) return this.reportOf({ sent: 0, received: 0 })
    const now = parts.clock.now()
    const ledger = parts.ledger.read()
    const isDayOld = ledger.completeAt === null || Math.abs(Date.parse(now) - Date.parse(ledger.completeAt)) >= completeEveryMs
    const isComplete = isAsked || this.isFirstRound || isDayOld
    refused.nextRound(isComplete)
    const world = {
      vault: parts.vault,
      remote: connection.remote,
      space: connection.space,
      log: parts.log,
      refused,
      isStopping: () => this.isStopping,
      onTransfer: () => this.beginTransfer(),
    }
    const report = await new SyncRound(world, {
      isComplete,
      seals: isAsked || this.isTimeToSeal(),
      seenThrough: this.sentThrough(),
      readBack: isDayOld ? Number.POSITIVE_INFINITY : isComplete ? readBackAtStart : 0,
    }).run()
    await this.finish(report, isComplete, now)
    return this.reportOf(report)
  }

  private async finish(report: RoundReport, isComplete: boolean, now: string): Promise<void> {
    const { vault, ledger } = this.parts
    this.isTransferring = false
    this.present = report.present
    const sent = { deviceId: vault.deviceId, through: report.through }
    const before = ledger.read()
    const isDone = isComplete && report.problem === null && !this.isStopping
    if (isDone) this.isFirstRound = false
    const lasting = this.refused.lasting()
    this.problem = report.problem ?? (lasting.length > 0 ? { kind: 'packsRefused', packs: lasting } : null)
    await this.recount(report.through)
    if (report.problem === null && !this.isStopping && this.waiting.count() === 0) this.lastSyncedAt = now
    // A poll that moved nothing is not worth a write; what it learned is learned again.
    const isWorthKeeping = isDone || report.sent > 0 || report.received > 0 || before.sent?.through !== sent.through
    if (isWorthKeeping) await this.keep({ sent, completeAt: isDone ? now : before.completeAt, lastSyncedAt: this.lastSyncedAt })
    this.tell()
  }

  /** At once after a pause, and every half minute while somebody goes on writing. */
  private isTimeToSeal(): boolean {
    const unsealed = this.parts.vault.stats().unsealedRecords
    const isQuiet = unsealed === this.unsealedBefore
    this.msSinceSeal += this.pollMs
    this.unsealedBefore = unsealed
    if (unsealed === 0 || (!isQuiet && this.msSinceSeal < longestUnsealedMs)) return false
    this.unsealedBefore = 0
    this.msSinceSeal = 0
    return true
  }

  private sentThrough(): number {
    const { sent } = this.parts.ledger.read()
    return sent?.deviceId === this.parts.vault.deviceId ? sent.through : 0
  }

  private recount(through = this.sentThrough()): Promise<void> {
    return this.waiting.recount(through, this.present)
  }

  private async keep(ledger: SyncLedger): Promise<void> {
    const kept = await this.parts.ledger.write(ledger)
    if (!kept.ok) this.parts.log.warn('sync.ledgerNotKept', { problem: logToken(diskProblemCode(kept.error)) })
  }

  private beginTransfer(): void {
    if (this.isTransferring) return
    this.isTransferring = true
    this.tell()
  }

  private reportOf({ sent, received }: { readonly sent: number; readonly received: number }): SyncReport {
    return { status: this.status(), sent, received, refused: this.refused.all() }
  }

  /** Tells what has changed; the moment of the last exchange only counts by the minute. */
  private tell(): void {
    const status = this.status()
    const told = JSON.stringify({ ...status, lastSyncedAt: status.lastSyncedAt?.slice(0, 'yyyy-MM-ddThh:mm'.length) })
    if (told === this.lastTold) return
    this.lastTold = told
    for (const listener of this.listeners) listener(status)
  }
}
