import type { EvidenceFacts } from './ComparisonFacts'

/** How long proof counts as fresh where it names no day itself. Prices move faster than anything else. */
const priceDays = 90
const otherMonths = 12

const currencySigns = ['€', '$', '£', '¥']

/** True for a unit of money: the comparison's currency ("EUR", "EUR per month") or a currency sign. */
export function isPriceUnit(unit: string, currency: string): boolean {
  const text = unit.trim()
  if (currencySigns.some((sign) => text.startsWith(sign))) return true
  return currency !== '' && text.toUpperCase().startsWith(currency.toUpperCase()) && !/^\p{L}/u.test(text.slice(currency.length))
}

/** The last day on which a proof counts as fresh; null where it has no date to count from. */
export function freshUntil(evidence: Pick<EvidenceFacts, 'observedOn' | 'expiresOn'>, isPrice: boolean): string | null {
  if (evidence.expiresOn !== null) return evidence.expiresOn
  if (evidence.observedOn === null) return null
  return isPrice ? addDays(evidence.observedOn, priceDays) : addMonths(evidence.observedOn, otherMonths)
}

/** True once the day after `freshUntil` has come. */
export function isOld(evidence: Pick<EvidenceFacts, 'observedOn' | 'expiresOn'>, isPrice: boolean, today: string): boolean {
  const until = freshUntil(evidence, isPrice)
  return until !== null && until < today
}

/** `day` is `yyyy-MM-dd`. */
export function addDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

function addMonths(day: string, months: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  const dayOfMonth = date.getUTCDate()
  date.setUTCMonth(date.getUTCMonth() + months)
  // 29 February plus a year runs over into March; the last day of February is meant.
  if (date.getUTCDate() !== dayOfMonth) date.setUTCDate(0)
  return date.toISOString().slice(0, 10)
}
