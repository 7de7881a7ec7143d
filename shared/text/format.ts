/**
 * Numbers, ranges, shares and dates as the reader sees them, the same on every runtime: no locale of the machine, no
 * library. One style (en-GB): thousands with a comma, decimals with a point, a real minus sign, "21 Nov 2026".
 */

const minus = '−'
const enDash = '–'
/** Decimals kept of a number that somebody typed. */
const typedDecimals = 6

/** A number as it was entered: up to six decimals, none that are zero. `1234567.5` → `1,234,567.5`. */
export function formatNumber(value: number): string {
  return formatDecimals(value, typedDecimals)
}

/** A computed number, short: whole from 1,000, one decimal from 100, two from 1, else three significant digits. */
export function formatRounded(value: number): string {
  return formatDecimals(value, roundedDecimals(value))
}

/** How many decimals `formatRounded` keeps. */
export function roundedDecimals(value: number): number {
  const size = Math.abs(value)
  if (size >= 1000) return 0
  if (size >= 100) return 1
  if (size >= 1 || size === 0) return 2
  return Math.min(typedDecimals, 2 - Math.floor(Math.log10(size)))
}

/** At most `decimals` decimals, trailing zeros dropped. */
export function formatDecimals(value: number, decimals: number): string {
  const [whole = '0', fraction = ''] = plainDigits(Math.abs(value), decimals).split('.')
  const digits = fraction.replace(/0+$/, '')
  const text = digits === '' ? groupThousands(whole) : `${groupThousands(whole)}.${digits}`
  return value < 0 && text !== '0' ? `${minus}${text}` : text
}

/** From here on a number is written with a power of ten. */
const hugeFrom = 1e15

function plainDigits(size: number, decimals: number): string {
  return size < hugeFrom ? size.toFixed(decimals) : BigInt(Math.round(size)).toString()
}

function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',')
}

/** Currencies that have a sign in front of the number; other codes stand there as they are. */
const currencySigns: Readonly<Record<string, string>> = { EUR: '€', USD: '$', GBP: '£', JPY: '¥' }

/** Units that are written otherwise for one; other units stand there as they were typed. */
const ofOne: Readonly<Record<string, string>> = { minutes: 'minute', hours: 'hour', days: 'day', weeks: 'week', months: 'month', years: 'year', people: 'person', users: 'user' }

function withUnit(text: string, unit: string | null): string {
  if (unit === null || unit === '') return text
  if (!/^[A-Z]{3}$/.test(unit)) return `${text} ${text === '1' ? (ofOne[unit] ?? unit) : unit}`
  // 62.5 is no way to write money.
  const amount = text.replace(/\.\d(?!\d)/g, (tenths) => `${tenths}0`)
  const sign = currencySigns[unit]
  if (sign === undefined) return `${unit} ${amount}`
  return amount.startsWith(minus) ? `${minus}${sign}${amount.slice(1)}` : `${sign}${amount}`
}

/** `12 weeks`, `97 %`, `€412,000`, `CHF 90`. */
export function formatQuantity(value: number, unit: string | null): string {
  return withUnit(formatNumber(value), unit)
}

/** As `formatQuantity`, but with `decimals` decimals at most: for computed numbers. */
export function formatQuantityRounded(value: number, unit: string | null, decimals: number = roundedDecimals(value)): string {
  return withUnit(formatDecimals(value, decimals), unit)
}

/** `8–10 weeks`, `€380,000–420,000`; with a negative end `−5 to 3 °C`. */
export function formatRange(lo: number, hi: number, unit: string | null): string {
  if (lo === hi) return formatQuantity(lo, unit)
  if (lo < 0) return `${formatNumber(lo)} to ${withUnit(formatNumber(hi), unit)}`
  return withUnit(`${formatNumber(lo)}${enDash}${formatNumber(hi)}`, unit)
}

/** Money in minor units. `formatMoney(41_250_050, 'EUR')` → `€412,500.50`; whole amounts without decimals. */
export function formatMoney(minorUnits: number, currency: string): string {
  return withUnit(formatDecimals(minorUnits / 100, 2), currency)
}

/** Whole hundredths. What is a half up to the noise of adding up is a half, and halves go up. */
function hundredths(share: number): number {
  return Math.round(share * 100 + 1e-9)
}

/** A value or total from 0 to 1 as whole points of 100: `71`. */
export function formatPoints(value: number): string {
  return formatDecimals(hundredths(value), 0)
}

/** `9 points`, `1 point`, `less than 1 point`. Takes the absolute size, 0 to 1. */
export function formatPointCount(value: number): string {
  const points = hundredths(Math.abs(value))
  if (points === 0) return value === 0 ? '0 points' : 'less than 1 point'
  return points === 1 ? '1 point' : `${points} points`
}

/** The span of a total in points: `63–77`. */
export function formatPointRange(lo: number, hi: number): string {
  const [from, to] = [formatPoints(lo), formatPoints(hi)]
  return from === to ? from : `${from}${enDash}${to}`
}

/** `22 %`. Something never rounds to nothing, and almost all never to all: `<1 %`, `>99 %`. */
export function formatPercent(share: number): string {
  const percent = hundredths(share)
  if (percent <= 0 && share > 0) return '<1 %'
  if (percent >= 100 && share < 1) return '>99 %'
  return `${formatDecimals(percent, 0)} %`
}

/** A share that was sampled: what never happened among the draws may still happen, so never `0 %` or `100 %`. */
export function formatSampledPercent(share: number): string {
  const percent = hundredths(share)
  if (percent <= 0) return '<1 %'
  return percent >= 100 ? '>99 %' : `${percent} %`
}

/** A sampled share in words: `78 of 100`, `more than 99 of 100`, `fewer than 1 of 100`. */
export function formatCases(share: number): string {
  const cases = hundredths(share)
  if (cases <= 0) return 'fewer than 1 of 100'
  return cases >= 100 ? 'more than 99 of 100' : `${cases} of 100`
}

/** `1st`, `2nd`, `3rd`, `11th`. */
export function formatOrdinal(place: number): string {
  const lastTwo = place % 100
  const ending = lastTwo >= 11 && lastTwo <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][place % 10] ?? 'th')
  return `${formatDecimals(place, 0)}${ending}`
}

/** `A`, `A and B`, `A, B and C`. */
export function formatList(items: readonly string[], joiner: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${joiner} ${items[items.length - 1] ?? ''}`
}

/** `1 option`, `3 options`. `many` defaults to the word with an s. */
export function formatCount(count: number, one: string, many = `${one}s`): string {
  return `${formatDecimals(count, 0)} ${count === 1 ? one : many}`
}

/** `640 B`, `12 KB`, `3.4 MB`. */
export function formatBytes(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB', 'TB']
  let size = bytes
  let unit = 0
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000
    unit += 1
  }
  return `${formatDecimals(size, unit === 0 || size >= 100 ? 0 : 1)} ${units[unit] ?? 'B'}`
}
