import type { Remark, Review } from '#shared/domain/account/Account'
import type { Edit } from '#shared/domain/edit/Edit'
import type { FieldPlace } from '#shared/domain/history/AccountFact'
import { setEdits, type EntityActions } from '../../model/actions/entityActions'
import { spliceBetween } from '../../model/textSplice'

/** What a remark is about: a field, an entry (`field` empty), or the account as a whole (`at` empty too). */
export type RemarkPlace = Pick<FieldPlace, 'at' | 'field'> & { readonly key: string | null }

export interface Decision {
  readonly decision: 'changesAsked' | 'approved'
  readonly summary: string
  /** The heads of what was looked at. */
  readonly version: string
}

/** What can be done about the reviews of an account, each one undo step. */
export function reviewActions({ send, newId, change }: EntityActions, member: string, now: () => string) {
  const add = (collection: string, id: string, fields: { readonly [field: string]: string }): Edit => ({ kind: 'add', in: collection, id, fields, before: null })
  return {
    ask: (words: string): boolean => send([add('reviews', newId(), { askedBy: member, askedAt: now(), ask: words })], { label: 'asked for a review' }),
    /** A remark before anybody asked begins a review. */
    remark: (current: Review | null, { at, field, key }: RemarkPlace, text: string): boolean => {
      const reviewId = current?.id ?? newId()
      const begin = current ? [] : [add('reviews', reviewId, { askedBy: member, askedAt: now() })]
      return send([...begin, add(`reviews/${reviewId}/remarks`, newId(), { at, field, key: key ?? '', text, by: member, madeAt: now() })], { label: 'remark' })
    },
    decide: (current: Review | null, { decision, summary, version }: Decision): boolean => {
      const label = decision === 'approved' ? 'approved' : 'asked for changes'
      const fields = { decision, version, decidedBy: member, decidedAt: now() }
      if (!current) return send([add('reviews', newId(), { ...fields, askedAt: now(), summary })], { label })
      const at = `reviews/${current.id}`
      const splice = spliceBetween(current.summary, summary)
      return send([...setEdits(at, fields), ...(splice ? [{ kind: 'writeText', at, field: 'summary', splice } as const] : [])], { label })
    },
    answer: (reviewId: string, remark: Remark, answer: string): boolean =>
      change(remarkAt(reviewId, remark), { answeredBy: member, answeredAt: now() }, 'answer to a remark', [
        { field: 'answer', opened: remark.answer, typed: answer, present: remark.answer },
      ]),
    settle: (reviewId: string, remark: Remark, state: Remark['state']): boolean =>
      change(remarkAt(reviewId, remark), { state }, state === 'settled' ? 'settled remark' : 'remark opened again'),
  }
}

export type ReviewActions = ReturnType<typeof reviewActions>

function remarkAt(reviewId: string, { id }: Remark): string {
  return `reviews/${reviewId}/remarks/${id}`
}
