import { Pace, type DueRound, type RoundEnd } from './Pace'
import type { PatientRemote } from './PatientRemote'
import type { RemoteWatch, WatchedDevice } from './Remote'

export interface RhythmParts {
  readonly pollMs: number
  readonly elapsed: () => number
  readonly random: () => number
  /** A round is due; the next one is planned when `end` says that it is over. */
  readonly onDue: () => void
}

/** Owns when rounds happen by themselves: the timer, and the watch that tells of changes. */
export class Rhythm {
  private readonly pace: Pace
  private timer: ReturnType<typeof setTimeout> | null = null
  private watch: RemoteWatch | null = null
  private isOn = false

  constructor(private readonly parts: RhythmParts) {
    this.pace = new Pace(parts.pollMs, parts.random)
  }

  get isRunning(): boolean {
    return this.isOn
  }

  get isWatching(): boolean {
    return this.watch?.isWatching ?? false
  }

  start(hasLeftover: boolean): void {
    this.isOn = true
    if (hasLeftover) this.pace.noticeLeftover(this.parts.elapsed())
    this.wake()
  }

  stop(): void {
    this.isOn = false
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    this.stopWatching()
  }

  /** Looks now, however long the remote had been away. */
  wake(): void {
    this.pace.wake(this.parts.elapsed())
    this.plan()
  }

  noticeEdit(): void {
    this.pace.noticeEdit(this.parts.elapsed())
    this.plan()
  }

  /** What the round that begins now is for; null where another one has done it meanwhile. */
  begin(): DueRound | null {
    const now = this.parts.elapsed()
    if (this.isOn && this.pace.nextAt() <= now) return this.pace.begin(now)
    this.plan()
    return null
  }

  /** Plans the next round, and watches where these devices put their packs until then. */
  end(begunAt: number, end: RoundEnd, remote: PatientRemote, devices: readonly WatchedDevice[]): void {
    this.pace.end(this.parts.elapsed(), begunAt, end)
    if (this.isOn && end.isReached) this.keepWatching(remote, devices)
    else this.stopWatching()
    this.plan()
  }

  stopWatching(): void {
    this.watch?.stop()
    this.watch = null
    this.pace.distrustWatch()
  }

  /** Nobody waits for it: a remote that does not answer any more would keep the next round from finding out. */
  private keepWatching(remote: PatientRemote, devices: readonly WatchedDevice[]): void {
    this.watch ??= remote.watch?.(() => this.noticeChange()) ?? null
    void this.watch?.follow(devices)
  }

  private noticeChange(): void {
    this.pace.noticeChange(this.parts.elapsed())
    this.plan()
  }

  private plan(): void {
    if (!this.isOn) return
    if (this.timer) clearTimeout(this.timer)
    const delayMs = Math.ceil(Math.max(0, this.pace.nextAt() - this.parts.elapsed()))
    this.timer = setTimeout(() => {
      this.timer = null
      this.parts.onDue()
    }, delayMs)
  }
}
