import { beforeEach, describe, expect, it } from 'vitest'
import { seededIds } from '../../testing/seededIds'
import { buildComparison, type ComparisonBuilder } from '../comparison/testing/buildComparison'
import type { AccountFact } from '../history/AccountFact'
import { sampleAccounts } from '../sample/sampleAccounts'
import { applyEdits } from '../edit/applyEdits'
import { accountSchema } from '../account/accountSchema'
import type { Scalar } from '../schema/fields'
import { readAccount } from '../schema/readAccount'
import { changesByStep } from './changesByStep'
import { reviewPoints } from './reviewPoints'
import { reviewState } from './reviewState'
import { stepOfPlace } from './stepOfPlace'

const today = '2026-11-21'

describe('a review', () => {
  let ids: ReturnType<typeof seededIds>
  let built: ComparisonBuilder
  beforeEach(() => {
    ids = seededIds()
    built = buildComparison(ids)
  })
  const add = (place: string, fields: { readonly [field: string]: Scalar } = {}): string => {
    const id = ids.next()
    built.edit({ kind: 'add', in: place, id, fields, before: null })
    return id
  }

  it('is compared with the last approval, also after a later round that asked for changes', () => {
    add('reviews', { decision: 'approved', decidedAt: '2026-11-01T10:00:00.000Z', version: 'old' })
    add('reviews', { decision: 'approved', decidedAt: '2026-11-10T10:00:00.000Z', version: 'newer' })
    const asked = add('reviews', { decision: 'changesAsked', askedAt: '2026-11-11T10:00:00.000Z', decidedAt: '2026-11-12T10:00:00.000Z', version: 'not approved' })
    const state = reviewState(built.account())
    expect(state.approved?.version).toBe('newer')
    expect(state.current?.id).toBe(asked)
  })

  it('keeps the remarks of earlier rounds open until they are settled', () => {
    const first = add('reviews', { decision: 'changesAsked', decidedAt: '2026-11-01T10:00:00.000Z' })
    const remark = add(`reviews/${first}/remarks`, { text: 'Who decides?' })
    add(`reviews/${first}/remarks`, { text: 'Done', state: 'settled' })
    add('reviews', { askedAt: '2026-11-02T10:00:00.000Z' })
    expect(reviewState(built.account()).openRemarks).toMatchObject([{ reviewId: first, remark: { id: remark } }])
  })

  it('is not under way after an approval', () => {
    add('reviews', { askedAt: '2026-11-02T10:00:00.000Z', decision: 'approved', decidedAt: '2026-11-03T10:00:00.000Z' })
    expect(reviewState(built.account()).current).toBeNull()
  })

  it('names promises of ours that are late and answers that are owed, not those of the buyer and not what is done', () => {
    const late = add('promises', { text: 'Send the price', side: 'ours', dueOn: '2026-11-20' })
    add('promises', { text: 'Not yet due', side: 'ours', dueOn: today })
    add('promises', { text: 'Theirs', side: 'theirs', dueOn: '2026-11-01' })
    add('promises', { text: 'Kept', side: 'ours', dueOn: '2026-11-01', state: 'kept' })
    const owed = add('questions', { text: 'Who checks?', ownerSide: 'ours' })
    add('questions', { text: 'Theirs', ownerSide: 'theirs' })
    expect(reviewPoints(built.account(), today)).toMatchObject([
      { kind: 'promiseLate', at: `promises/${late}`, dueOn: '2026-11-20' },
      { kind: 'answerOwed', at: `questions/${owed}`, dueOn: null, isLate: false },
    ])
  })
})

describe('where our own ideas decide', () => {
  const sample = sampleAccounts(seededIds(1), today).find(({ name }) => name.startsWith('Tarn'))
  const opened = applyEdits(readAccount({}), sample?.edits ?? [], '2026-11-21T09:00:00Z')
  if (!opened.ok) throw new Error(opened.error.message)

  it('is said with the share of the weight and who would come first without them', () => {
    const points = reviewPoints(opened.value.account, today).filter(({ kind }) => kind.startsWith('ours'))
    expect(points).toMatchObject([{ kind: 'oursDecide', criteria: ['Wet track'], percent: 59 }])
    const [point] = points
    expect(point?.kind === 'oursDecide' && point.without !== point.leader).toBe(true)
  })
})

describe('what changed, by the step of the path', () => {
  const set = (at: string, field: string, key: string | null = null): AccountFact => ({ kind: 'set', at, field, key, before: null, after: 1 })

  it('comes in the order of the path, the account last, reviews left out', () => {
    const facts = [
      set('comparisons/c', 'cellValue', 'o:k'),
      { kind: 'added', at: 'findings/f' } as const,
      set('comparisons/c/criteria/k', 'points'),
      { kind: 'added', at: 'reviews/r' } as const,
      set('reviews/r/remarks/m', 'text'),
      set('profile', 'industry'),
      set('comparisons/c/options/o', 'setAsideReason'),
    ]
    expect(changesByStep(facts).map(({ step, facts }) => [step, facts.length])).toEqual([
      ['found', 1],
      ['ruleOut', 1],
      ['compare', 1],
      ['decide', 1],
      ['account', 1],
    ])
  })

  it('loses nothing: every part of an account but its reviews has a step', () => {
    for (const name of Object.keys(accountSchema)) expect(stepOfPlace(`${name}/x`, null) === null, name).toBe(name === 'reviews')
  })
})
