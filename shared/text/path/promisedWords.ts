import type { PromisedState } from '../../domain/path/promised'
import { formatDay, formatDayDistance } from '../formatDate'

/** `due 28 Nov 2026 (in 7 days)`, `late, was due 3 Nov 2026`, `kept 20 Nov 2026`. */
export function sayPromised(state: PromisedState, today: string): string {
  switch (state.kind) {
    case 'open':
      return state.dueOn === null ? 'no day given' : `due ${formatDay(state.dueOn)} (${formatDayDistance(state.dueOn, today)})`
    case 'late':
      return `late, was due ${formatDay(state.dueOn)}`
    case 'kept':
    case 'broken':
    case 'answered':
      return `${state.kind}${onDay(state.on)}`
    case 'accepted':
      return `accepted as not known${onDay(state.on)}`
  }
}

function onDay(day: string | null): string {
  return day === null ? '' : ` ${formatDay(day)}`
}

/** Who has to do it: `We (Kim Adeyemi)`, `The buyer (Dana Ruiz)`, `The buyer`. */
export function sayOwner(side: 'ours' | 'theirs', who: string): string {
  const name = who.trim()
  return `${side === 'ours' ? 'We' : 'The buyer'}${name === '' ? '' : ` (${name})`}`
}
