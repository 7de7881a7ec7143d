import { describe, expect, it } from 'vitest'
import { buildComparison } from '../../domain/comparison/testing/buildComparison'
import { readBack, tickedReadBack } from '../../domain/path/readBack'
import type { Scalar } from '../../domain/schema/fields'
import { seededIds } from '../../testing/seededIds'
import { sayReadBack } from './sayReadBack'

const today = '2026-11-21'

describe('the read-back', () => {
  const ids = seededIds()
  const built = buildComparison(ids)
  const add = (place: string, fields: { readonly [field: string]: Scalar }): string => {
    const id = ids.next()
    built.edit({ kind: 'add', in: place, id, fields, before: null })
    return id
  }
  const words = () => {
    const account = built.account()
    const comparison = account.comparisons[built.comparisonId]
    if (!comparison) throw new Error('No comparison')
    return sayReadBack(account, readBack(account, comparison, today))
  }

  it('says that nothing is chosen as plainly as what is', () => {
    expect(words()).toEqual({ decided: ['You have not chosen yet.'], open: [], next: [] })
    const acme = built.option('Acme')
    const at = `comparisons/${built.comparisonId}`
    for (const [field, value] of [['chosenOption', acme], ['chosenOn', today], ['chosenWhy', 'It goes live first.']] as const) built.edit({ kind: 'set', at, field, value })
    expect(words().decided).toEqual(['You chose Acme on 21 Nov 2026. It goes live first.'])
  })

  it('names what is open, with who and by when, and what nobody was asked about', () => {
    const acme = built.option('Acme two')
    const price = built.criterion('Price', { lo: 0, hi: 1 })
    add('questions', { text: 'Is it safe?', owner: 'Kim', dueOn: '2026-11-25' })
    add('questions', { text: 'What does it cost?', comparison: built.comparisonId, option: acme, criterion: price, state: 'accepted' })
    add('questions', { text: 'Of another comparison?', comparison: ids.next() })
    const [one, other] = [add('findings', { claim: 'It rusts' }), add('findings', { claim: 'It never rusts' })]
    add('contradictions', { oneFinding: one, otherFinding: other })
    add('contradictions', { oneFinding: one, otherFinding: other, state: 'settled' })
    expect(words().open).toEqual([
      'Is it safe? We (Kim), by 25 Nov 2026.',
      '“It rusts” against “It never rusts”: open. Nobody owns it.',
      'Acme two, Price: accepted as not known.',
      '1 value is not known, and nobody was asked.',
    ])
  })

  it('lists open promises of both sides as what is next', () => {
    add('promises', { text: 'send the offer', who: 'Kim', dueOn: '2026-11-25' })
    add('promises', { text: 'ask the board', side: 'theirs' })
    add('promises', { text: 'was done', state: 'kept' })
    expect(words().next).toEqual(['We (Kim): send the offer, by 25 Nov 2026.', 'The buyer: ask the board.'])
  })

  it('finds the one that was ticked last', () => {
    expect(tickedReadBack(built.account(), built.comparisonId)).toBeNull()
    const late = add('meetings', { comparison: built.comparisonId, confirmedOn: '2026-11-20' })
    add('meetings', { comparison: built.comparisonId, confirmedOn: '2026-11-02' })
    add('meetings', { comparison: built.comparisonId })
    expect(tickedReadBack(built.account(), built.comparisonId)?.id).toBe(late)
  })
})
