import { describe, expect, it } from 'vitest'
import type { Criterion } from '#shared/domain/account/Account'
import { applyEdits } from '#shared/domain/edit/applyEdits'
import { readAccount } from '#shared/domain/schema/readAccount'
import { inOrder } from '#shared/domain/schema/order'
import { fakeId } from '../../../testing/fakeDesktop'
import { seededIds } from '../../../testing/seededIds'
import { criterionEdits, draftOf, type CriterionDraft } from './criterionDraft'

const comparisonId = fakeId('comparison')
const ids = seededIds()
const empty = readAccount({ comparisons: { [comparisonId]: { order: 'a0' } } })

/** Saves the form and gives back the criterion, or what the form complains about. */
function save(change: Partial<CriterionDraft>, account = empty, before: Criterion | null = null) {
  const edits = criterionEdits({ ...draftOf(before), ...change }, before, comparisonId, ids)
  if (!edits.ok) return { problems: edits.error, account, criterion: null }
  const applied = edits.value.length === 0 ? { ok: true as const, value: { account } } : applyEdits(account, edits.value, '2026-11-21T09:00:00.000Z')
  if (!applied.ok) throw new Error(applied.error.message)
  const criterion = inOrder(applied.value.account.comparisons[comparisonId]?.criteria ?? {}).at(-1) ?? null
  return { problems: null, account: applied.value.account, criterion, edits: edits.value }
}

describe('the form of a criterion', () => {
  it('takes a best below the worst as "less is better"', () => {
    const { criterion } = save({ name: 'Cost', unit: 'EUR', worst: '400k', best: '€300,000' })
    expect(criterion).toMatchObject({ direction: 'min', lo: 300_000, hi: 400_000, points: null })
  })

  it('changes only what was changed', () => {
    const made = save({ name: 'Cost', worst: '400', best: '300' })
    const saved = save({ name: 'Total cost' }, made.account, made.criterion)
    expect(saved.edits).toHaveLength(1)
    expect(saved.criterion).toMatchObject({ name: 'Total cost', lo: 300, hi: 400 })
  })

  it('keeps the worst and the best at their places when it is opened again', () => {
    const { criterion } = save({ name: 'Cost', worst: '400', best: '300' })
    expect(draftOf(criterion)).toMatchObject({ worst: '400', best: '300' })
  })

  it('keeps the answers of a category when their words are changed', () => {
    const made = save({
      name: 'Offline',
      scale: 'category',
      categories: [
        { id: null, line: 0, label: 'None', value: '0' },
        { id: null, line: 1, label: 'Full', value: '100' },
      ],
      mustHave: true,
      mustEqual: '1',
    })
    const [none, full] = inOrder(made.criterion?.categories ?? {})
    expect([none?.value, full?.value]).toEqual([0, 1])
    expect(made.criterion?.mustEqual).toBe(full?.id)
    const draft = draftOf(made.criterion)
    const saved = save(
      { categories: draft.categories.map((category) => (category.line === 1 ? { ...category, label: 'Everything' } : category)) },
      made.account,
      made.criterion,
    )
    expect(inOrder(saved.criterion?.categories ?? {}).map(({ id, label }) => [id, label])).toEqual([
      [none?.id, 'None'],
      [full?.id, 'Everything'],
    ])
  })

  it('says what is missing and saves nothing', () => {
    expect(save({ name: ' ', worst: 'much', best: '3' }).problems).toMatchObject({ name: expect.any(String), worst: expect.stringContaining('much') })
    expect(save({ name: 'A', worst: '3', best: '3' }).problems).toHaveProperty('best')
    expect(save({ name: 'A', mustHave: true }).problems).toHaveProperty('mustAtLeast')
    expect(save({ name: 'A', mustHave: true, mustAtLeast: '9', mustAtMost: '3' }).problems).toHaveProperty('mustAtMost')
    expect(save({ name: 'A', scale: 'yesNo', mustHave: true }).problems).toHaveProperty('mustEqual')
    expect(save({ name: 'A', scale: 'category' }).problems).toHaveProperty('categories')
  })
})
