/** Where the time comes from. Passed in, so that tests are repeatable. */
export interface Clock {
  /** The present moment as UTC ISO text, for example `2026-11-21T14:02:00.000Z`. */
  now(): string
  /** Today on this laptop as `yyyy-MM-dd` in the laptop's own time zone. */
  today(): string
}
