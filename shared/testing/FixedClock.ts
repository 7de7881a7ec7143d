import type { Clock } from '../base/Clock'

/** A clock that stands still until it is told. */
export class FixedClock implements Clock {
  constructor(private moment = '2026-11-21T09:00:00.000Z') {}

  now(): string {
    return this.moment
  }

  today(): string {
    return this.moment.slice(0, 10)
  }

  set(moment: string): void {
    this.moment = moment
  }
}
