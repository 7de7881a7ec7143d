import { unreachable } from '../../base/unreachable'
import type { FlipSentence, ShownCell } from '../../domain/decision/Sentence'
import { formatDecimals, formatPercent, formatQuantityRounded } from '../format'
import { sayCell } from './sayCell'

/** Decimals after which two numbers that still look alike are left alike. */
const mostDecimals = 6
/** What is a whole number up to this noise is not rounded up to the next one. */
const noise = 1e-9

/** What would change who is first. Limits are rounded to the safe side, so the sentence is true as printed. */
export function sayFlip(flip: FlipSentence): string {
  switch (flip.kind) {
    case 'flipByWeight':
      return sayWeightFlip(flip)
    case 'flipByCell':
      return `${flip.winner.name} would catch up with ${flip.leader.name} if its “${flip.criterion.name}” were ${sayNeeded(flip.needed, flip.direction, flip.step, flip.now)} instead of ${sayCell(flip.now)}.`
    case 'flipByShift':
      return `Moving ${formatPercent(roundUp(flip.numbers.moved, 2))} of the weight between criteria could be enough for ${flip.winner.name} to catch up with ${flip.leader.name}.`
    case 'noWeightFlips':
      return `No change of a single weight puts another option ahead of ${flip.leader.name}.`
    default:
      return unreachable(flip)
  }
}

/**
 * A number somebody must reach: `at most €340,000`, rounded in steps to the side on which it is still enough, and more
 * finely where it would otherwise be what it is `now`.
 */
export function sayNeeded(needed: ShownCell, direction: 'atLeast' | 'atMost' | 'equals', step: number, now: ShownCell | null = null): string {
  if (needed.kind !== 'number' || direction === 'equals') return sayCell(needed)
  const word = direction === 'atLeast' ? 'at least' : 'at most'
  const round = direction === 'atLeast' ? roundUp : roundDown
  // Steps are powers of ten; hundreds have −2 decimals.
  let decimals = Math.round(-Math.log10(step))
  while (decimals < mostDecimals && now?.kind === 'number' && round(needed.value, decimals) === now.value) decimals += 1
  return `${word} ${formatQuantityRounded(round(needed.value, decimals), needed.unit, Math.max(0, decimals))}`
}

/**
 * Whole percent where they tell the limit from the share shown now. Nearer than that, or where the shown share was
 * rounded past the limit, both are printed with as many decimals as it takes.
 */
function sayWeightFlip(flip: FlipSentence & { readonly kind: 'flipByWeight' }): string {
  const { from, to, shownFrom } = flip.numbers
  const isMore = flip.direction === 'more'
  const round = isMore ? roundUp : roundDown
  const sentence = (limit: string, now: string): string =>
    `If “${flip.criterion.name}” counted ${limit} or ${flip.direction} instead of ${now}, ${flip.winner.name} would be ahead of ${flip.leader.name}.`
  for (let decimals = 0; decimals <= mostDecimals; decimals++) {
    const limit = round(to * 100, decimals)
    const now = decimals === 0 ? Math.round(shownFrom * 100) : Number((from * 100).toFixed(decimals))
    if (isMore ? limit > now : limit < now) return sentence(`${formatDecimals(limit, decimals)} %`, decimals === 0 ? formatPercent(shownFrom) : `${formatDecimals(now, decimals)} %`)
  }
  return sentence(formatPercent(to), formatPercent(shownFrom))
}

function roundUp(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.ceil(value * scale - noise) / scale
}

function roundDown(value: number, decimals: number): number {
  const scale = 10 ** decimals
  return Math.floor(value * scale + noise) / scale
}
