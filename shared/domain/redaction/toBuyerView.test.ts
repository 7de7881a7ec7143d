import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededIds } from '../../testing/seededIds'
import type { Account } from '../account/Account'
import { accountSchema } from '../account/accountSchema'
import { analyseComparison } from '../comparison/analyseComparison'
import { buildComparison } from '../comparison/testing/buildComparison'
import type { Collection, EntitySpec, Singleton } from '../schema/entities'
import { BuyerIds } from './BuyerIds'
import { redactEntity } from './redactEntity'
import { findLeaks, findMissing } from './testing/findLeaks'
import { markedAccount } from './testing/markedAccount'
import { toBuyerView } from './toBuyerView'
import { whatStaysInternal } from './whatStaysInternal'

const seeds = fc.integer({ min: 1, max: 2 ** 31 - 1 })

describe('what reaches the buyer', () => {
  test('nothing internal, nothing uncleared, nothing removed and no id of ours is in it; everything else is', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { account, comparisonId, leaves } = markedAccount(seed)
        const text = JSON.stringify(toBuyerView(account, comparisonId))
        expect(findLeaks(text, leaves)).toEqual([])
        expect(findMissing(text, leaves)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  test.each<[string, (account: Account, comparisonId: string) => unknown]>([
    ['a note of ours', (account) => account.profile.notes],
    ['a margin', (account, id) => Object.values(account.comparisons[id]?.options ?? {})[0]?.marginNote],
    ['the note of a cell', (account, id) => account.comparisons[id]?.cellNote],
    ['a proof that is not cleared', (account) => Object.values(account.evidence).find((evidence) => !evidence.cleared)?.claim],
    ['an id', (account) => Object.keys(account.people)[0]],
    ['another comparison', (account) => Object.values(account.comparisons)[1]?.title],
    ['a note about a finding', (account) => Object.values(account.findings)[0]?.note],
    ['the aims of a meeting', (account) => Object.values(account.meetings)[0]?.aims],
    ['a question about another comparison', (account, id) => Object.values(account.questions).find((question) => question.comparison !== null && question.comparison !== id)?.text],
    ['a remark of a review', (account) => Object.values(account.reviews)[0]?.remarks],
    ['a section nobody decided about', (account) => account.plan],
  ])('a leak of %s is found', (_name, leak) => {
    const leaky = (account: Account, comparisonId: string): unknown => ({ ...toBuyerView(account, comparisonId), slipped: leak(account, comparisonId) })
    const found = Array.from({ length: 60 }, (_, seed) => markedAccount(seed + 1)).some(({ account, comparisonId, leaves }) => findLeaks(JSON.stringify(leaky(account, comparisonId)), leaves).length > 0)
    expect(found).toBe(true)
  })

  test('no name of an internal field is in it, so that not even its absence of content shows', () => {
    const { account, comparisonId } = markedAccount(4)
    const keys = new Set([...JSON.stringify(toBuyerView(account, comparisonId)).matchAll(/"(\w+)":/g)].map((match) => match[1]))
    expect(internalNames().filter((name) => keys.has(name))).toEqual([])
  })

  test('the view of a view-ready account answers the same questions', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { account, comparisonId } = markedAccount(seed)
        const view = toBuyerView(account, comparisonId)
        if (!view) throw new Error('There is no view')
        expect(analyseComparison(view, '2026-11-21').options).toHaveLength(Object.keys(view.comparison.options).length)
      }),
      { numRuns: 100 },
    )
  })
})

describe('a buyer view by hand', () => {
  const ids = seededIds(21)
  const builder = buildComparison(ids, { title: 'Vans', question: 'Which vans?', currency: 'EUR' })
  const [gone, second, first] = [builder.option('Gone'), builder.option('Second', { marginNote: '12 % on this one' }), builder.option('First')]
  const support = builder.criterion('Support', { scale: 'category', mustHave: true })
  const price = builder.criterion('Price', { unit: 'EUR', lo: 0, hi: 10, points: 40 })
  const phone = builder.category(support, 'Phone', 0.5)
  const at = `comparisons/${builder.comparisonId}`
  const cleared = builder.proof({ claim: 'List price', sourceTitle: 'Price list', note: 'from a friend' })
  const uncleared = builder.proof({ claim: 'Rumour', cleared: false })
  builder.cell(second, price, 5, uncleared)
  builder.cell(first, price, 6, cleared, uncleared)
  builder.cell(first, support, phone)
  const person = ids.next()
  const silent = ids.next()
  const [need, vague] = [ids.next(), ids.next()]
  builder.edit(
    { kind: 'set', at: `${at}/criteria/${support}`, field: 'mustEqual', value: phone },
    { kind: 'set', at, field: 'cellNote', key: `${first}:${price}`, value: 'they will go lower' },
    { kind: 'move', at: `${at}/options/${first}`, before: second },
    { kind: 'remove', at: `${at}/options/${gone}` },
    { kind: 'add', in: 'people', id: person, fields: { name: 'Ruta Lindgaard', title: 'Head of depot', needsToKnow: 'fears the change' }, before: null },
    { kind: 'add', in: 'people', id: silent, fields: { name: 'Ole Branting' }, before: null },
    { kind: 'add', in: 'needs', id: need, fields: { quote: 'It has to start at minus fifteen.', saidBy: person, confirmedOn: '2026-10-01' }, before: null },
    { kind: 'add', in: 'needs', id: vague, fields: { quote: 'Nice seats.', saidBy: silent }, before: null },
    { kind: 'set', at: `${at}/criteria/${price}`, field: 'need', value: need },
    { kind: 'set', at: `${at}/criteria/${support}`, field: 'need', value: vague },
  )
  const view = toBuyerView(builder.account(), builder.comparisonId)

  test('options stand in the buyer\'s order under new ids, and everything that named the old ids names the new ones', () => {
    expect(Object.values(view?.comparison.options ?? {}).map((option) => [option.id, option.name])).toEqual([['option-1', 'First'], ['option-2', 'Second']])
    expect(view?.comparison.cellValue).toEqual({ 'option-2:criterion-2': 5, 'option-1:criterion-2': 6, 'option-1:criterion-1': 'category-1' })
    expect(view?.comparison.cellEvidence).toEqual({ 'option-1:criterion-2:evidence-1': true })
    expect(view?.comparison.criteria['criterion-1']).toMatchObject({ mustEqual: 'category-1', need: null })
    expect(view?.comparison.criteria['criterion-2']?.need).toBe('need-1')
  })

  test('a value whose proof is not cleared passes without it, and says that there is one', () => {
    expect(view?.evidence).toMatchObject({ 'evidence-1': { claim: 'List price', sourceTitle: 'Price list' } })
    expect(view?.proofWithheld).toEqual({ 'option-2:criterion-2': true })
  })

  test('texts of a proof that is not cleared do not pass even where the proof itself is let through', () => {
    const entity = builder.account().evidence[uncleared]
    if (!entity) throw new Error('There is no such proof')
    const passed = (isCleared: boolean): unknown => redactEntity(accountSchema.evidence.entity, {}, { ...entity, cleared: isCleared }, new BuyerIds({}))
    expect([passed(false), passed(true)]).toEqual([{ kind: 'thirdParty', observedOn: '2026-11-01', expiresOn: null, cleared: false }, expect.objectContaining({ claim: 'Rumour', cleared: true })])
  })

  test('of the people only the name of who said a confirmed need is there', () => {
    expect(view?.people).toEqual({ 'person-1': { id: 'person-1', order: '000001', deletedAt: null, name: 'Ruta Lindgaard' } })
    expect(Object.values(view?.needs ?? {}).map((passed) => [passed.quote, passed.saidBy])).toEqual([['It has to start at minus fifteen.', 'person-1']])
  })

  test('what is left out can be named', () => {
    expect(whatStaysInternal(builder.account(), builder.comparisonId)).toEqual([
      { kind: 'internal', at: `people/${person}`, field: 'needsToKnow' },
      { kind: 'internal', at, field: `cellNote/${first}:${price}` },
      { kind: 'internal', at: `${at}/options/${second}`, field: 'marginNote' },
      { kind: 'internal', at: `evidence/${cleared}`, field: 'note' },
      { kind: 'notCleared', at: `evidence/${uncleared}`, field: null },
      { kind: 'notConfirmed', at: `needs/${vague}`, field: null },
    ])
  })

  test('a comparison that was removed or never was gives no view', () => {
    expect(toBuyerView(builder.account(), ids.next())).toBeNull()
    builder.edit({ kind: 'remove', at })
    expect([toBuyerView(builder.account(), builder.comparisonId), whatStaysInternal(builder.account(), builder.comparisonId)]).toEqual([null, []])
  })
})

/** Those that nothing for the buyer is called as well: a promise has a text, and so has a remark. */
function internalNames(): readonly string[] {
  const specs = Object.values(accountSchema as { readonly [name: string]: Collection | Singleton }).map(({ entity }) => entity)
  const forBuyer = new Set(specs.flatMap((spec) => namesOf(spec, 'buyer')))
  return specs.flatMap((spec) => namesOf(spec, 'internal')).filter((name) => !forBuyer.has(name))
}

function namesOf(spec: EntitySpec, audience: 'buyer' | 'internal'): readonly string[] {
  return [
    ...Object.entries(spec.fields).flatMap(([name, field]) => (field.audience === audience ? [name] : [])),
    ...Object.entries(spec.maps ?? {}).flatMap(([name, map]) => (map.value.audience === audience ? [name] : [])),
    ...Object.values(spec.collections ?? {}).flatMap((collection) => namesOf(collection.entity, audience)),
  ]
}
