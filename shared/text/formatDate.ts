/** Days and moments as the reader sees them. Days come as `yyyy-MM-dd`, moments as UTC ISO text. */

const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const dayMs = 86_400_000

/** `21 Nov 2026`. Text that is no day is given back as it is, so that a damaged date stays visible. */
export function formatDay(day: string): string {
  const date = parseDay(day)
  return date === null ? day : `${date.getUTCDate()} ${(months[date.getUTCMonth()] ?? '').slice(0, 3)} ${date.getUTCFullYear()}`
}

/** `Saturday, 21 November 2026`. */
export function formatDayLong(day: string): string {
  const date = parseDay(day)
  if (date === null) return day
  return `${weekdays[date.getUTCDay()] ?? ''}, ${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ''} ${date.getUTCFullYear()}`
}

/** `14:00`, in the zone given (IANA name). */
export function formatTime(moment: string, zone: string): string {
  const parts = zoneParts(moment, zone)
  return parts === null ? moment : `${parts.hour}:${parts.minute}`
}

/** `21 Nov 2026, 14:00`, in the zone given (IANA name). */
export function formatMoment(moment: string, zone: string): string {
  const parts = zoneParts(moment, zone)
  return parts === null ? moment : `${formatDay(`${parts.year}-${parts.month}-${parts.day}`)}, ${parts.hour}:${parts.minute}`
}

/** The day a moment falls on in a zone (IANA name), `yyyy-MM-dd`. */
export function dayIn(moment: string, zone: string): string {
  const parts = zoneParts(moment, zone)
  return parts === null ? moment : `${parts.year}-${parts.month}-${parts.day}`
}

/** Whole days from one day to another; negative if the second is earlier; null if one is no day. */
export function daysBetween(from: string, to: string): number | null {
  const start = parseDay(from)
  const end = parseDay(to)
  return start === null || end === null ? null : Math.round((end.getTime() - start.getTime()) / dayMs)
}

/** `today`, `yesterday`, `5 days ago`, `3 months ago`, `2 years ago`; `tomorrow`, `in 5 days`. */
export function formatDayDistance(day: string, today: string): string {
  const days = daysBetween(day, today)
  if (days === null) return day
  if (days === 0) return 'today'
  if (days === 1) return 'yesterday'
  if (days === -1) return 'tomorrow'
  return days > 0 ? `${formatAge(days)} ago` : `in ${formatAge(-days)}`
}

/** A number of days as an age: `1 day`, `12 days`, `3 months`, `2 years`. Months of 30.44, years of 365.25 days. */
export function formatAge(days: number): string {
  const count = (size: number, unit: string): string => `${size} ${unit}${size === 1 ? '' : 's'}`
  if (days < 60) return count(days, 'day')
  const inMonths = Math.floor(days / 30.44)
  return inMonths < 24 ? count(inMonths, 'month') : count(Math.floor(days / 365.25), 'year')
}

function parseDay(day: string): Date | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day)
  if (found === null) return null
  const date = new Date(`${day}T00:00:00.000Z`)
  // 2026-02-31 would otherwise roll over into March.
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day ? null : date
}

type ZoneParts = Readonly<Record<'year' | 'month' | 'day' | 'hour' | 'minute', string>>

function zoneParts(moment: string, zone: string): ZoneParts | null {
  const date = new Date(moment)
  if (Number.isNaN(date.getTime())) return null
  // Only the digits come from Intl; their order and names are ours.
  const format = formatIn(zone)
  const parts = new Map(format.formatToParts(date).map(({ type, value }) => [type, value]))
  const read = (name: keyof ZoneParts): string => parts.get(name) ?? '00'
  return { year: read('year'), month: read('month'), day: read('day'), hour: read('hour'), minute: read('minute') }
}

/** Costly to make, and a list asks for the same one in every row. */
const formatsByZone = new Map<string, Intl.DateTimeFormat>()

function formatIn(zone: string): Intl.DateTimeFormat {
  const known = formatsByZone.get(zone)
  if (known) return known
  const format = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
  })
  formatsByZone.set(zone, format)
  return format
}
