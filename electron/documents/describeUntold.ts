import type { Account } from '#shared/domain/account/Account'
import { valueAt } from '#shared/domain/edit/valueAt'
import type { AccountFact } from '#shared/domain/history/AccountFact'
import type { FoundConflict } from './DocumentClient'
import type { UntoldCollision } from './findCollisions'
import { authorOf, momentOf, type ChangeMeta } from './Written'

/** What each member did there, as one of the values of a conflict: the value is what deciding for it would say. */
export function describeUntold({ changes, ...place }: UntoldCollision, account: Account, facts: (meta: ChangeMeta) => readonly AccountFact[]): FoundConflict {
  const removedAt = place.kind === 'removedWhileEdited' ? valueAt(account, [...place.at.split('/'), 'deletedAt']) : null
  return {
    ...place,
    values: changes.map((meta, index) => ({
      value: index === 0 && typeof removedAt === 'string' ? removedAt : null,
      by: authorOf(meta),
      writtenAt: momentOf(meta.time),
      facts: facts(meta).filter((fact) => isAbout(place, fact)),
    })),
  }
}

function isAbout({ kind, at, field }: Pick<UntoldCollision, 'kind' | 'at' | 'field'>, fact: AccountFact): boolean {
  if (kind === 'mergedText') return fact.at === at && 'field' in fact && fact.field === field
  return (fact.at === at || fact.at.startsWith(`${at}/`)) && fact.kind !== 'removed'
}
