import type { Account } from '../../domain/account/Account'
import type { AccountFact, FieldPlace } from '../../domain/history/AccountFact'
import { formatCount } from '../format'
import { quoted, sayOwner, sayPlace, sayThing, shortened } from './placeWords'
import { sayValue } from './sayValue'

/** One thing that became different, as a sentence without its author: `Set price of VW ID.3 in “Which car?” to €37,000 (was €39,995).` */
export function sayFact(account: Account, fact: AccountFact): string {
  switch (fact.kind) {
    case 'added':
      return `Added ${sayThing(account, fact.at)}${sayOwner(account, fact.at)}.`
    case 'removed':
      return `Removed ${sayThing(account, fact.at)}${sayOwner(account, fact.at)}.`
    case 'restored':
      return `Brought back ${sayThing(account, fact.at)}${sayOwner(account, fact.at)}.`
    case 'moved':
      return `Moved ${sayThing(account, fact.at)}${sayOwner(account, fact.at)} to another place in the list.`
    case 'set':
      return saySet(account, fact)
    case 'wrote':
      return sayWrote(account, fact)
    case 'reviewed':
      return fact.field === 'deletedAt' ? `Left ${sayThing(account, fact.at)} removed, knowing of the changes to it.` : `Read what two had written in ${withArticle(account, fact)} at the same time.`
  }
}

function saySet(account: Account, fact: Extract<AccountFact, { kind: 'set' }>): string {
  const place = withArticle(account, fact)
  const [before, after] = [sayValue(account, fact, fact.before), sayValue(account, fact, fact.after)]
  if (fact.after === null || fact.after === '') return `Emptied ${place}${before === 'nothing' ? '' : ` (was ${before})`}.`
  return `Set ${place} to ${after}${before === 'nothing' || before === after ? '' : ` (was ${before})`}.`
}

function sayWrote(account: Account, fact: Extract<AccountFact, { kind: 'wrote' }>): string {
  const place = withArticle(account, fact)
  const wrote = fact.inserted.trim() === '' ? '' : quoted(shortened(fact.inserted.trim(), writtenLimit))
  if (wrote === '') return fact.removed === 0 ? `Changed ${place}.` : `Took ${formatCount(fact.removed, 'character')} out of ${place}.`
  return `Wrote ${wrote} in ${place}${fact.removed > 0 ? `, in place of ${formatCount(fact.removed, 'character')}` : ''}.`
}

/** A cell goes by the name of its criterion, everything else by a common word. */
function withArticle(account: Account, place: FieldPlace): string {
  const words = sayPlace(account, place)
  return place.field === 'cellValue' && place.key !== null ? words : `the ${words}`
}

const writtenLimit = 160
