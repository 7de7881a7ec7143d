import type { BreakEvenRow, OutsideRow, StabilityRow } from '../../domain/comparison/decisionRows'
import { formatDecimals, formatList, formatPercent } from '../format'
import { sayCell } from './sayCell'
import { sayNeeded } from './sayFlip'

/** What is a whole percent up to this noise is one. */
const noise = 1e-9
const mostDecimals = 3

/** The shares between which nothing changes, rounded to the inside, so that what is printed holds. */
export function stableSpan({ lo, hi, share }: StabilityRow): { readonly from: string; readonly to: string } {
  for (let decimals = 0; decimals < mostDecimals; decimals++) {
    const scale = 10 ** decimals
    const [from, to] = [Math.ceil(lo * 100 * scale - noise) / scale, Math.floor(hi * 100 * scale + noise) / scale]
    if (from <= share * 100 + 0.5 / scale && to >= share * 100 - 0.5 / scale && from <= to) return { from: formatDecimals(from, decimals), to: formatDecimals(to, decimals) }
  }
  return { from: formatDecimals(lo * 100, mostDecimals), to: formatDecimals(hi * 100, mostDecimals) }
}

/** `Stays first from 12 to 48 %; below, Acme is ahead; above, Beta.` */
export function sayStability(row: StabilityRow): string {
  const { from, to } = stableSpan(row)
  const { below, above, leader } = row
  if (below === null && above === null) return `${leader} stays first whatever this counts.`
  if (below === null) return `${leader} stays first up to ${to} %. Above that, ${above ?? ''} is ahead.`
  if (above === null) return `${leader} stays first from ${from} %. Below that, ${below} is ahead.`
  return `${leader} stays first from ${from} to ${to} %. Below, ${below} is ahead; above, ${above}.`
}

/** `“Price” at most €36,900 instead of €39,900` */
export function sayBreakEven({ criterion, needed, direction, step, now }: BreakEvenRow): string {
  return `“${criterion.name}” ${sayNeeded(needed, direction, step, now)} instead of ${sayCell(now)}`
}

/** Why an option is not in the ranking, as a sentence without its name. */
export function sayOutside({ option, group, fails, known }: OutsideRow): string {
  switch (group) {
    case 'notEnoughKnown':
      return `Not ranked: ${formatPercent(known)} of what matters is known.`
    case 'excluded':
      return `Does not meet ${formatList(fails.map(({ name }) => `“${name}”`))}.`
    case 'setAside':
      return asSentence(option.setAsideReason) || 'Set aside; no reason was written down.'
  }
}

/** Somebody's words as a sentence: a capital in front and a full stop behind. */
export function asSentence(words: string): string {
  const text = words.trim()
  if (text === '') return ''
  const first = text.slice(0, 1)
  return `${first.toUpperCase()}${text.slice(1)}${/[.!?…]$/.test(text) ? '' : '.'}`
}
