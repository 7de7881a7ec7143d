/**
 * The day from which ages are counted: this laptop's, or the day on which the team wrote last where the laptop's clock is
 * behind it by more than a day. `teamIsAheadAt` is null where it is not.
 */
export function laterDay(today: string, teamIsAheadAt: string | null): string {
  const day = teamIsAheadAt?.slice(0, 'yyyy-MM-dd'.length) ?? ''
  return day > today ? day : today
}
