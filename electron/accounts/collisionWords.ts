import type { Account } from '#shared/domain/account/Account'
import type { Collision } from '#shared/ipc/contract'
import { sayPlace, sayOwner, sayThing, shortened } from '#shared/text/history/placeWords'
import { sayFact } from '#shared/text/history/sayFact'
import { sayValue } from '#shared/text/history/sayValue'
import type { FoundConflict } from '../documents/DocumentClient'

/** More would not be read, and an answer has a size. */
const mostCollisions = 200
const longestValue = 2_000
/** As long as an edit may name: nobody could decide about a longer one. */
const longestPath = 400

/** Collisions with words for where they are and for what was written. */
export function sayCollisions(account: Account, conflicts: readonly FoundConflict[]): readonly Collision[] {
  const answerable = conflicts.filter(({ at, key }) => at.length <= longestPath && (key ?? '').length <= longestPath)
  return answerable.slice(0, mostCollisions).map(({ kind, at, field, key, values }): Collision => {
    const where = field === 'deletedAt' ? `${sayThing(account, at)}${sayOwner(account, at)}` : sayPlace(account, { at, field, key })
    return { kind, at, field, key, where: firstLetterLarge(where), values: values.map((value) => sayWritten(account, { kind, at, field, key }, value)) }
  })
}

function sayWritten(account: Account, { kind, ...place }: Pick<Collision, 'kind' | 'at' | 'field' | 'key'>, { value, by, writtenAt, facts }: FoundConflict['values'][number]): Collision['values'][number] {
  const said = (facts ?? []).map((fact) => sayFact(account, fact)).join(' ')
  const words = kind === 'values' ? sayValue(account, place, value) : kind === 'removedWhileEdited' && value !== null ? 'Removed it.' : said || 'Changed it.'
  return { value, words: shortened(words, longestValue), by, writtenAt }
}

function firstLetterLarge(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
