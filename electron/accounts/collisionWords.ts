import type { Account } from '#shared/domain/account/Account'
import type { Collision, Conflict } from '#shared/ipc/contract'
import { sayPlace } from '#shared/text/history/placeWords'
import { sayValue } from '#shared/text/history/sayValue'

/** More would not be read, and an answer has a size. */
const mostCollisions = 200
const longestValue = 2_000

/** Collisions with words for where they are and for what was written. */
export function sayCollisions(account: Account, conflicts: readonly Conflict[]): readonly Collision[] {
  return conflicts.slice(0, mostCollisions).map(
    (conflict): Collision => ({
      ...conflict,
      kind: 'values',
      where: firstLetterLarge(sayPlace(account, conflict)),
      values: conflict.values.map((written) => ({ ...written, words: sayValue(account, conflict, written.value).slice(0, longestValue) })),
    }),
  )
}

function firstLetterLarge(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
