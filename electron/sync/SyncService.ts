import type { Clock } from '#shared/base/Clock'
import type { SyncHealth, SyncStatus } from '#shared/ipc/contract'
import { diskProblemCode } from '../platform/Disk'
import { logToken, type Log } from '../platform/Log'
import type { Vault } from '../vault/Vault'
import { Pace, type RoundCause } from './Pace'
import { PatientRemote } from './PatientRemote'
import { RefusedPacks } from './RefusedPacks'
import type { Remote, RemoteWatch, SpaceFile } from './Remote'
import { RoundLog } from './RoundLog'
import { roundOrder } from './roundOrder'
import { emptyLedger, type LedgerStore, type SyncLedger } from './SyncLedger'
import { syncHealth } from './syncHealth'
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
  /** Milliseconds that only count forward. */
  readonly elapsed: () => number
  /** A number from 0 up to 1. */
  readonly random: () => number
  readonly log: Log
  readonly ledger: LedgerStore
  readonly connection: SyncConnection | null
  /** Whether a stored change is an edit somebody made, or one that every account begins with. */
  readonly countsAsEdit: (change: Uint8Array) => boolean
  /** How often the remote is looked at; all other times follow from it. */
  readonly pollMs?: number
  /** After this long a call to the remote counts as offline. */
  readonly callLimitMs?: number
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

/** Owns the exchange between the vault and a remote. Moves packs; never looks at what an edit says. */
export class SyncService {
  private connection: SyncConnection | null
  private remote: PatientRemote | null
  private watch: RemoteWatch | null = null
  private readonly refused = new RefusedPacks()
  private readonly waiting: WaitingEdits
  private readonly pace: Pace
  private readonly log = new RoundLog()
  private readonly listeners = new Set<(status: SyncStatus) => void>()
  private rounds: Promise<unknown> = Promise.resolve()
  private counting: Promise<void> = Promise.resolve()
  private timer: ReturnType<typeof setTimeout> | null = null
  private isRunning = false
  private isStopping = false
  /** The round under way ends early, because the app is about to end and one more follows. */
  private isHurrying = false
  private isTransferring = false
  private isFirstRound = true
  private problem: SyncProblem | null = null
  private present: ReadonlySet<string> = new Set()
  private lastSyncedAt: string | null
  private lastTold = ''

  constructor(private readonly parts: SyncParts) {
    this.connection = parts.connection
    this.remote = this.patient(parts.connection)
    this.waiting = new WaitingEdits(parts.vault, parts.countsAsEdit)
    this.pace = new Pace(parts.pollMs ?? defaultPollMs, parts.random)
    this.lastSyncedAt = parts.ledger.read().lastSyncedAt
  }

  /** Begins to look at the remote by itself. */
  start(): void {
    if (this.isRunning) return
    this.isRunning = true
    if (this.parts.vault.stats().unsealedRecords > 0) this.pace.noticeLeftover(this.parts.elapsed())
    this.recountAndTell()
    this.wake()
  }

  /** Looks now, however long the remote had been away: the laptop has slept, or has a network again. */
  wake(): void {
    this.pace.wake(this.parts.elapsed())
    this.plan()
  }

  /**
   * Ends the round under way between two packs and waits for it. With `within`, what was written here is brought away
   * before, as far as so many milliseconds allow; a remote that hangs is not waited for.
   */
  async stop(push?: { readonly within: number }): Promise<void> {
    const wasRunning = this.isRunning
    this.isRunning = false
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    this.stopWatching()
    if (push && wasRunning) await this.pushWithin(push.within)
    this.isStopping = true
    await this.rounds
    await this.counting
    this.isStopping = false
    this.remote?.tryAgain()
  }

  /** True while a call to the remote has not come back: a thread of this process may never do so. */
  get isHanging(): boolean {
    return this.remote?.isHanging ?? false
  }

  /** Carries everything there is to carry now, in both directions. */
  syncOnce(): Promise<SyncReport> {
    return this.enqueue(() => this.round('asked', true))
  }

  status(): SyncStatus {
    const { connection, lastSyncedAt } = this
    const colleagues = { have: 0, of: 0 }
    if (!connection) return { kind: 'noTeamFolder', waiting: 0, lastSyncedAt: null, colleagues, teamIsAheadAt: null, problem: null }
    const waiting = this.waiting.count()
    const problem = this.problem ? syncFailure(this.problem, connection.place) : null
    return { kind: this.kind(waiting), waiting, lastSyncedAt, colleagues, teamIsAheadAt: null, problem }
  }

  private kind(waiting: number): SyncStatus['kind'] {
    if (this.isTransferring) return 'syncing'
    if (this.problem) return this.problem.kind === 'offline' ? 'offline' : 'needsYou'
    return waiting > 0 ? 'waiting' : 'upToDate'
  }

  /** Everything there is to know about the exchange, for whoever looks after it. */
  async health(): Promise<SyncHealth> {
    const { connection, parts, refused } = this
    return syncHealth({
      vault: parts.vault,
      status: this.status(),
      connection,
      isWatching: this.watch?.isWatching ?? false,
      refused: refused.all(),
      rounds: this.log.all(),
      editsNotInPacks: this.waiting.countUnsealed(),
    })
  }

  onStatus(listener: (status: SyncStatus) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** Called when this laptop has made an edit durable, so that the count of waiting edits is right at once. */
  noticeEdit(): void {
    this.pace.noticeEdit(this.parts.elapsed())
    this.plan()
    this.recountAndTell()
  }

  /** From now on exchanges with this remote, or with none. What was sent to another place does not count as sent to this one. */
  connect(connection: SyncConnection | null): Promise<void> {
    this.remote?.giveUp()
    return this.enqueue(async () => {
      this.stopWatching()
      this.connection = connection
      this.remote = this.patient(connection)
      this.problem = null
      this.present = new Set()
      this.isFirstRound = true
      this.lastSyncedAt = null
      this.refused.clearAll()
      await this.keep(emptyLedger)
      await this.recount()
      this.tell()
      if (this.isRunning) this.wake()
    })
  }

  private patient(connection: SyncConnection | null): PatientRemote | null {
    return connection && new PatientRemote(connection.remote, this.parts.callLimitMs)
  }

  private plan(): void {
    if (!this.isRunning) return
    if (this.timer) clearTimeout(this.timer)
    const delayMs = Math.ceil(Math.max(0, this.pace.nextAt() - this.parts.elapsed()))
    this.timer = setTimeout(() => {
      this.timer = null
      void this.enqueue(() => this.roundByItself())
    }, delayMs)
  }

  private async roundByItself(): Promise<void> {
    if (!this.isRunning) return
    const { cause, seals } = this.pace.begin(this.parts.elapsed())
    await this.round(cause, seals)
  }

  private async pushWithin(milliseconds: number): Promise<void> {
    const limit = setTimeout(() => {
      this.isStopping = true
      this.remote?.giveUp()
    }, milliseconds)
    this.isHurrying = true
    await this.enqueue(() => this.round('quit', true))
    this.isHurrying = false
    clearTimeout(limit)
  }

  /** One after the other: two rounds at once would carry the same packs twice. */
  private enqueue<T>(work: () => Promise<T>): Promise<T> {
    const done = this.rounds.then(work)
    this.rounds = done.catch(() => undefined)
    return done
  }

  private async round(cause: RoundCause, seals: boolean): Promise<SyncReport> {
    const { connection, remote, parts, refused } = this
    if (!connection || !remote || this.isStopping) return this.reportOf({ sent: 0, received: 0 })
    const [now, begunAt] = [parts.clock.now(), parts.elapsed()]
    const { order, isComplete } = roundOrder({ cause, seals, now, isFirst: this.isFirstRound, ledger: parts.ledger.read(), deviceId: parts.vault.deviceId })
    refused.nextRound({ looksAtAll: isComplete || cause === 'watch', counts: cause !== 'watch' })
    const world = {
      vault: parts.vault,
      remote,
      space: connection.space,
      log: parts.log,
      refused,
      isStopping: () => this.isStopping || (this.isHurrying && cause !== 'quit'),
      onTransfer: () => this.beginTransfer(),
    }
    const report = await new SyncRound(world, order).run()
    await this.finish(report, isComplete && cause !== 'quit', now)
    const { sent, received, isReached, hasSealed, problem } = report
    const endedAt = parts.elapsed()
    this.pace.end(endedAt, begunAt, { cause, isReached, received, seals, hasSealed })
    this.log.add({ at: now, cause, tookMs: Math.round(endedAt - begunAt), sent, received, problem: problem?.kind ?? null })
    if (this.isRunning) this.keepWatching(isReached)
    this.plan()
    return this.reportOf(report)
  }

  private async finish(report: RoundReport, isComplete: boolean, now: string): Promise<void> {
    const { vault, ledger } = this.parts
    this.isTransferring = false
    this.present = report.present
    const sent = { deviceId: vault.deviceId, through: report.through }
    const before = ledger.read()
    const isDone = isComplete && report.problem === null && !this.isStopping && !this.isHurrying
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

  /** Nobody waits for it: a remote that does not answer any more would keep the next round from finding out. */
  private keepWatching(isReached: boolean): void {
    if (!isReached) return this.stopWatching()
    this.watch ??= this.remote?.watch?.(() => this.noticeChange()) ?? null
    const { vault } = this.parts
    const others = vault.streams().filter(({ deviceId }) => deviceId !== vault.deviceId)
    void this.watch?.follow(others)
  }

  private noticeChange(): void {
    this.pace.noticeChange(this.parts.elapsed())
    this.plan()
  }

  private stopWatching(): void {
    this.watch?.stop()
    this.watch = null
    this.pace.distrustWatch()
  }

  private sentThrough(): number {
    const { sent } = this.parts.ledger.read()
    return sent?.deviceId === this.parts.vault.deviceId ? sent.through : 0
  }

  private recount(through = this.sentThrough()): Promise<void> {
    return this.waiting.recount(through, this.present)
  }

  private recountAndTell(): void {
    if (!this.waiting.isStale()) return this.tell()
    this.counting = this.counting.then(async () => {
      await this.recount()
      this.tell()
    })
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
