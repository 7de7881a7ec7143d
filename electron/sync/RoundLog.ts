import type { RoundHealth } from '#shared/ipc/contract'

/** Enough to see a pattern, little enough to read. */
const kept = 30

/** Remembers the last rounds for whoever has to find out why something did not arrive. */
export class RoundLog {
  private readonly rounds: RoundHealth[] = []

  add(round: RoundHealth): void {
    // A night of polls that all met the same is one line.
    if (isSamePoll(round, this.rounds[0])) this.rounds.shift()
    this.rounds.unshift(round)
    this.rounds.length = Math.min(this.rounds.length, kept)
  }

  /** The newest first. */
  all(): readonly RoundHealth[] {
    return [...this.rounds]
  }
}

function isSamePoll(round: RoundHealth, before: RoundHealth | undefined): boolean {
  return before !== undefined && isQuietPoll(round) && isQuietPoll(before) && round.problem === before.problem
}

function isQuietPoll({ cause, sent, received }: RoundHealth): boolean {
  return cause === 'poll' && sent === 0 && received === 0
}
