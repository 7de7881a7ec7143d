import type { RoundHealth } from '#shared/ipc/contract'

export type RoundCause = RoundHealth['cause']

export interface DueRound {
  readonly cause: Extract<RoundCause, 'poll' | 'watch' | 'edits'>
  /** Edits have rested long enough to be put into a pack. */
  readonly seals: boolean
}

export interface RoundEnd {
  readonly cause: RoundCause
  /** False where the remote could not be looked at. */
  readonly isReached: boolean
  readonly received: number
  /** Edits were due, and everything that had been written when the round began is in a pack now. */
  readonly seals: boolean
  readonly hasSealed: boolean
}

/** Typing that does not pause is put into a pack after so many polls, so that a day does not make thousands of packs. */
const pollsToLongestUnsealed = 6
/** Where the system tells of every pack by itself, looking is only a precaution. */
const pollsWhenWatched = 6
/** After failures polls become rarer, up to this. */
const pollsToLongestPause = 6
/** So far a pause after a failure is made longer or shorter by chance, so that a whole team does not come back in one moment. */
const jitter = 0.2
/** Files that arrive together are one reason to look, once they rest for a moment or have been arriving for a while. */
const restShare = 1 / 16
const longestRestShare = 1 / 4

/**
 * Decides when the remote is looked at next: at every poll, soon after a change was seen there, after a burst of edits
 * has come to rest, and ever less often while it cannot be reached. Knows no clock; whoever asks says what time it is,
 * in milliseconds that only count forward.
 */
export class Pace {
  private pollAt = Number.POSITIVE_INFINITY
  private failures = 0
  private watchIsTrusted = false
  private seen: Span | null = null
  private edited: Span | null = null

  /** `random` answers a number from 0 up to 1. */
  constructor(
    private readonly pollMs: number,
    private readonly random: () => number,
  ) {}

  /** Looks now; what was tried before is forgotten. */
  wake(now: number): void {
    this.failures = 0
    this.pollAt = now
  }

  /** Somebody wrote on this laptop. */
  noticeEdit(now: number): void {
    this.edited = longer(this.edited, now)
  }

  /** Edits of an earlier session wait; nobody is typing. */
  noticeLeftover(now: number): void {
    this.edited ??= { from: now - this.pollMs * pollsToLongestUnsealed, to: now - this.pollMs }
  }

  /** The system says that something has changed in the remote. */
  noticeChange(now: number): void {
    this.seen = longer(this.seen, now)
  }

  /** The moment of the next round. */
  nextAt(): number {
    const editsAt = this.failures > 0 ? Number.POSITIVE_INFINITY : this.editsDueAt()
    return Math.min(this.pollAt, this.changesDueAt(), editsAt)
  }

  /** Called when the round begins: what is noticed from here on is for the one after it. */
  begin(now: number): DueRound {
    const hasSeen = this.changesDueAt() <= now
    const seals = this.editsDueAt() <= now || (this.failures > 0 && this.edited !== null)
    this.seen = hasSeen ? null : this.seen
    return { cause: this.pollAt <= now ? 'poll' : seals ? 'edits' : hasSeen ? 'watch' : 'poll', seals }
  }

  end(now: number, begunAt: number, { cause, isReached, received, seals, hasSealed }: RoundEnd): void {
    // What could not be done now is not done any sooner by trying without a pause.
    if (seals && !hasSealed && this.edited !== null) this.edited = { from: now, to: now }
    if (hasSealed && this.edited !== null) this.edited = this.edited.to > begunAt ? { from: begunAt, to: this.edited.to } : null
    if (cause === 'watch' && received > 0) this.watchIsTrusted = true
    // Whatever a poll finds the system has not told of.
    if (cause === 'poll' && received > 0) this.watchIsTrusted = false
    this.failures = isReached ? 0 : this.failures + 1
    this.pollAt = now + (isReached ? this.pollMs * (this.watchIsTrusted ? pollsWhenWatched : 1) : this.pauseMs())
  }

  /** Nobody tells of changes any more. */
  distrustWatch(): void {
    this.watchIsTrusted = false
  }

  private pauseMs(): number {
    const polls = Math.min(2 ** (this.failures - 1), pollsToLongestPause)
    return this.pollMs * polls * (1 - jitter + 2 * jitter * this.random())
  }

  private editsDueAt(): number {
    const { edited, pollMs } = this
    return edited === null ? Number.POSITIVE_INFINITY : Math.min(edited.to + pollMs, edited.from + pollMs * pollsToLongestUnsealed)
  }

  private changesDueAt(): number {
    const { seen, pollMs } = this
    return seen === null ? Number.POSITIVE_INFINITY : Math.min(seen.to + pollMs * restShare, seen.from + pollMs * longestRestShare)
  }
}

/** The first and the last moment of something that goes on. */
interface Span {
  readonly from: number
  readonly to: number
}

function longer(span: Span | null, now: number): Span {
  return { from: span?.from ?? now, to: now }
}
