import type { SyncHealth, SyncStatus } from '#shared/ipc/contract'
import { diskProblemCode } from '../platform/Disk'
import { logToken } from '../platform/Log'
import { compactPacks } from './compactPacks'
import { isDoneWithin } from './isDoneWithin'
import { LackedPacks } from './LackedPacks'
import type { RoundCause } from './Pace'
import { PatientRemote } from './PatientRemote'
import { BlobSync } from './BlobSync'
import { RefusedPacks } from './RefusedPacks'
import { Rhythm } from './Rhythm'
import { RoundLog } from './RoundLog'
import { roundOrder } from './roundOrder'
import { emptyLedger, type SyncLedger } from './SyncLedger'
import { syncHealth } from './syncHealth'
import type { SyncConnection, SyncParts, SyncReport } from './SyncParts'
import type { SyncProblem } from './SyncProblem'
import { SyncRound, type RoundReport } from './SyncRound'
import { syncFailure } from './syncWords'
import { noTeam, teamOf, type Team } from './Team'
import { WaitingEdits } from './WaitingEdits'

export type { SyncConnection, SyncParts, SyncReport } from './SyncParts'

/** Often enough to see a colleague's edit while talking about it, seldom enough for a network share. */
const defaultPollMs = 5_000
/** What is under way when the time for ending is over may still come to its own end for so long. */
const graceMs = 1_000

/** Owns the exchange between the vault and a remote. Moves packs; never looks at what an edit says. */
export class SyncService {
  private connection: SyncConnection | null
  private remote: PatientRemote | null
  private readonly refused = new RefusedPacks()
  private readonly waiting: WaitingEdits
  private readonly rhythm: Rhythm
  private readonly history = new RoundLog()
  private readonly attachments: BlobSync
  private readonly listeners = new Set<(status: SyncStatus) => void>()
  private rounds: Promise<unknown> = Promise.resolve()
  private counting: Promise<void> = Promise.resolve()
  private isStopping = false
  /** Ending has not waited for what is under way. */
  private isStuck = false
  /** The round under way ends early, because the app is about to end and one more follows. */
  private isHurrying = false
  private isTransferring = false
  private isFirstRound = true
  private problem: SyncProblem | null = null
  private present: ReadonlySet<string> = new Set()
  private team: Team = noTeam
  private readonly lacked: LackedPacks
  private lastSyncedAt: string | null
  private lastTold = ''

  constructor(private readonly parts: SyncParts) {
    const { vault, elapsed, random, pollMs = defaultPollMs } = parts
    this.connection = parts.connection
    this.remote = this.patient(parts.connection)
    this.waiting = new WaitingEdits(vault, parts.countsAsEdit)
    this.lacked = new LackedPacks(vault)
    this.attachments = new BlobSync(vault.blobs, parts.log)
    this.rhythm = new Rhythm({ pollMs, elapsed, random, onDue: () => void this.enqueue(() => this.roundByItself()) })
    this.lastSyncedAt = parts.ledger.read().lastSyncedAt
  }

  /** Begins to look at the remote by itself. */
  start(): void {
    if (this.rhythm.isRunning) return
    this.recountAndTell()
    this.rhythm.start(this.parts.vault.stats().unsealedRecords > 0)
  }

  /** Looks now, however long the remote had been away: the laptop has slept, or has a network again. */
  wake(): void {
    this.rhythm.wake()
  }

  /**
   * Ends the round under way between two packs and waits for it. With `within`, what was written here is brought away
   * before, as far as so many milliseconds allow; a remote that hangs is not waited for.
   */
  async stop(push?: { readonly within: number }): Promise<void> {
    const wasRunning = this.rhythm.isRunning
    this.rhythm.stop()
    const ended = push && wasRunning ? this.pushWithin(push.within).then(() => this.end()) : this.end()
    this.isStuck = !(push ? await isDoneWithin(ended, push.within + graceMs) : await ended.then(() => true))
    if (this.isStuck) void ended.finally(() => (this.isStuck = false))
  }

  /** True while a call to the remote has not come back: a thread of this process may never do so. */
  get isHanging(): boolean {
    return this.isStuck || (this.remote?.isHanging ?? false)
  }

  /** Carries everything there is to carry now, in both directions. */
  syncOnce(): Promise<SyncReport> {
    return this.enqueue(() => this.round('asked', true))
  }

  status(): SyncStatus {
    const { connection, lastSyncedAt, team } = this
    if (!connection) return { kind: 'noTeamFolder', waiting: 0, lastSyncedAt: null, ...noTeam, problem: null }
    const waiting = this.waiting.count()
    const problem = this.problem ? syncFailure(this.problem, connection.place) : null
    return { kind: this.kind(waiting), waiting, lastSyncedAt, ...team, problem }
  }

  private kind(waiting: number): SyncStatus['kind'] {
    if (this.isTransferring) return 'syncing'
    if (this.problem) return this.problem.kind === 'offline' ? 'offline' : 'needsYou'
    return waiting > 0 ? 'waiting' : 'upToDate'
  }

  /** Everything there is to know about the exchange, for whoever looks after it. */
  health(): SyncHealth {
    const { connection, parts, refused, rhythm, history, waiting } = this
    return syncHealth({
      vault: parts.vault,
      status: this.status(),
      connection,
      isWatching: rhythm.isWatching,
      refused: refused.all(),
      rounds: history.all(),
      editsNotInPacks: waiting.countUnsealed(),
    })
  }

  onStatus(listener: (status: SyncStatus) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** Called when this laptop has made an edit durable, so that the count of waiting edits is right at once. */
  noticeEdit(): void {
    this.rhythm.noticeEdit()
    this.recountAndTell()
  }

  /** From now on exchanges with this remote, or with none. What was sent to another place does not count as sent to this one. */
  connect(connection: SyncConnection | null): Promise<void> {
    this.remote?.giveUp()
    return this.enqueue(async () => {
      this.rhythm.stopWatching()
      this.connection = connection
      this.remote = this.patient(connection)
      this.problem = null
      this.present = new Set()
      this.isFirstRound = true
      this.team = noTeam
      this.lacked.forget()
      this.lastSyncedAt = null
      this.refused.clearAll()
      await this.keep(emptyLedger)
      await this.recount()
      this.tell()
      this.rhythm.wake()
    })
  }

  private patient(connection: SyncConnection | null): PatientRemote | null {
    return connection && new PatientRemote(connection.remote, this.parts.callLimitMs)
  }

  private async end(): Promise<void> {
    this.isStopping = true
    await this.rounds
    await this.counting
    this.isStopping = false
    this.remote?.tryAgain()
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

  private async roundByItself(): Promise<void> {
    const due = this.rhythm.begin()
    if (due) await this.round(due.cause, due.seals)
  }

  private async round(cause: RoundCause, seals: boolean): Promise<SyncReport> {
    const { connection, remote, parts, refused } = this
    if (!connection || !remote || this.isStopping) return this.reportOf({ sent: 0, received: 0 })
    const [now, begunAt] = [parts.clock.now(), parts.elapsed()]
    const { order, isComplete } = roundOrder({
      cause,
      seals,
      now,
      isFirst: this.isFirstRound,
      ledger: parts.ledger.read(),
      deviceId: parts.vault.deviceId,
      others: parts.vault.streams().length - 1,
      lacked: () => this.lacked.next(),
    })
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
    await this.finish(report, isComplete, now)
    const { sent, received, isReached, hasSealed, problem } = report
    const tookMs = Math.round(parts.elapsed() - begunAt)
    this.history.add({ at: now, cause, tookMs, sent, received, problem: problem?.kind ?? null })
    if (isComplete && problem === null) {
      if (connection.blobs) await this.attachments.exchange(connection.blobs, () => this.isStopping || this.isHurrying)
      await compactPacks(parts, remote, () => this.isStopping || this.isHurrying)
    }
    const others = parts.vault.streams().filter(({ deviceId }) => deviceId !== parts.vault.deviceId)
    this.rhythm.end(begunAt, { cause, isReached, received, seals, hasSealed }, remote, others)
    return this.reportOf(report)
  }

  private async finish(report: RoundReport, isComplete: boolean, now: string): Promise<void> {
    const { vault, ledger } = this.parts
    this.isTransferring = false
    this.present = report.present
    const sent = { deviceId: vault.deviceId, through: report.through }
    const before = ledger.read()
    const isDone = isComplete && report.problem === null && !this.isStopping && !this.isHurrying
    if (isDone) {
      this.isFirstRound = false
      this.lacked.forget()
    }
    const lasting = this.refused.lasting()
    this.problem = report.problem ?? (lasting.length > 0 ? { kind: 'packsRefused', packs: lasting } : null)
    await this.recount(report.through)
    this.team = teamOf(vault, now)
    if (report.problem === null && !this.isStopping && this.waiting.count() === 0) this.lastSyncedAt = now
    // A poll that moved nothing is not worth a write; what it learned is learned again.
    const isWorthKeeping = isDone || report.sent > 0 || report.received > 0 || before.sent?.through !== sent.through
    if (isWorthKeeping) await this.keep({ sent, completeAt: isDone ? now : before.completeAt, lastSyncedAt: this.lastSyncedAt })
    this.tell()
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
