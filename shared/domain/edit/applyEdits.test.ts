import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyPatches, diffJson } from '../../base/jsonPatch'
import type { Json } from '../../base/canonicalJson'
import { randomHistory } from '../../testing/randomEdits'
import { seededIds } from '../../testing/seededIds'
import type { Account } from '../account/Account'
import { inOrder } from '../schema/order'
import { readAccount } from '../schema/readAccount'
import { applyEdits, type AppliedEdits } from './applyEdits'
import type { Edit } from './Edit'

const now = '2026-11-21T09:00:00.000Z'
const ids = seededIds(7)
const empty = readAccount({})

function apply(account: Account, ...edits: Edit[]): AppliedEdits {
  const applied = applyEdits(account, edits, now)
  if (!applied.ok) throw new Error(`${applied.error.index}: ${applied.error.message}`)
  return applied.value
}

function refusal(account: Account, ...edits: Edit[]): string {
  const applied = applyEdits(account, edits, now)
  if (applied.ok) throw new Error('The edit was taken')
  return `${applied.error.index} ${applied.error.reason}: ${applied.error.message}`
}

describe('editing an account', () => {
  const needId = ids.next()
  const comparisonId = ids.next()
  const optionId = ids.next()
  const criterionId = ids.next()
  const start = apply(
    empty,
    { kind: 'set', at: 'profile', field: 'name', value: 'Hollenbach Feinkost' },
    { kind: 'add', in: 'needs', id: needId, fields: { quote: 'It must start at minus fifteen.' }, before: null },
    { kind: 'add', in: 'comparisons', id: comparisonId, fields: { title: 'Next fleet' }, before: null },
    { kind: 'add', in: `comparisons/${comparisonId}/options`, id: optionId, fields: { name: 'Extend the leases', kind: 'stayAsIs' }, before: null },
    { kind: 'add', in: `comparisons/${comparisonId}/criteria`, id: criterionId, fields: { name: 'Range', unit: 'km', lo: 300, hi: 600, points: 80 }, before: null },
  ).account
  const at = `comparisons/${comparisonId}`
  const cell = `${optionId}:${criterionId}`

  test('an entity is there whole, with the fallback of every field that was not given', () => {
    expect(start.needs[needId]).toEqual({
      id: needId,
      order: 'a0',
      deletedAt: null,
      quote: 'It must start at minus fifteen.',
      saidBy: null,
      saidOn: null,
      paraphrase: '',
      confirmedOn: null,
    })
    expect(start.comparisons[comparisonId]?.cellValue).toEqual({})
  })

  test('a cell takes a number, yes or no, or a range, and empty means not known', () => {
    for (const value of [430, true, '430..450', null]) {
      const after = apply(start, { kind: 'set', at, field: 'cellValue', key: cell, value }).account
      expect(after.comparisons[comparisonId]?.cellValue[cell]).toBe(value)
    }
  })

  test('what does not fit is refused with the place and the reason, and nothing of the batch is done', () => {
    const ok: Edit = { kind: 'set', at: 'profile', field: 'name', value: 'Other' }
    expect(refusal(start, ok, { kind: 'set', at, field: 'cellValue', key: cell, value: 'about 400' })).toMatch(/^1 badValue: cellValue must be a number/)
    expect(refusal(start, { kind: 'set', at, field: 'cellValue', key: cell, value: Number.NaN })).toMatch(/^0 badValue/)
    expect(refusal(start, { kind: 'set', at, field: 'cellValue', key: cell, value: '10..8' })).toMatch(/^0 badValue/)
    expect(refusal(start, { kind: 'set', at, field: 'cellValue', key: `${optionId}:${optionId}`, value: 1 })).toMatch(/^0 notFound/)
    expect(refusal(start, { kind: 'set', at: 'profile', field: '__proto__', value: 'x' })).toMatch(/^0 notFound/)
    expect(refusal(start, { kind: 'set', at: 'constructor', field: 'name', value: 'x' })).toMatch(/^0 notFound/)
    expect(refusal(start, { kind: 'set', at: 'profile', field: 'notes', value: 'x' })).toMatch(/^0 notAllowed/)
    expect(refusal(start, { kind: 'set', at: `needs/${needId}`, field: 'saidOn', value: '2026-02-30' })).toMatch(/^0 badValue/)
    expect(refusal(start, { kind: 'set', at: `needs/${needId}`, field: 'saidOn', value: '2026-13-01' })).toMatch(/^0 badValue/)
    expect(refusal(start, { kind: 'set', at: 'profile', field: 'name', value: 'x\ud83d' })).toMatch(/^0 badValue: name must not hold half a character/)
    expect(refusal(start, { kind: 'add', in: 'needs', id: needId, fields: {}, before: null })).toMatch(/^0 alreadyThere/)
    expect(refusal(start, { kind: 'add', in: 'touches', id: ids.next(), fields: {}, before: null })).toMatch(/^0 notFound/)
    expect(refusal(start, { kind: 'remove', at: 'profile' })).toMatch(/^0 notAllowed/)
    expect(refusal(start, { kind: 'writeText', at: 'profile', field: 'notes', splice: { index: 3, remove: 0, insert: 'x' } })).toMatch(/^0 badValue/)
  })

  test('what was removed cannot be edited until it is restored, and keeps everything in between', () => {
    const removed = apply(start, { kind: 'remove', at }).account
    expect(inOrder(removed.comparisons)).toEqual([])
    expect(refusal(removed, { kind: 'set', at: `${at}/options/${optionId}`, field: 'name', value: 'x' })).toMatch(/^0 notFound/)
    expect(apply(removed, { kind: 'restore', at }).account).toEqual(start)
  })

  test('a character of two halves is not cut in two', () => {
    const written = apply(start, { kind: 'writeText', at: 'profile', field: 'notes', splice: { index: 0, remove: 0, insert: '🚚' } }).account
    expect(refusal(written, { kind: 'writeText', at: 'profile', field: 'notes', splice: { index: 1, remove: 0, insert: 'x' } })).toMatch(/badValue/)
    expect(refusal(written, { kind: 'writeText', at: 'profile', field: 'notes', splice: { index: 0, remove: 1, insert: '' } })).toMatch(/badValue/)
  })

  test('a text that two members made too long together is all there, and can be shortened but not lengthened', () => {
    const long = readAccount({ profile: { notes: 'x'.repeat(30_000) } })
    expect(long.profile.notes).toHaveLength(30_000)
    const shorter = apply(long, { kind: 'writeText', at: 'profile', field: 'notes', splice: { index: 0, remove: 2, insert: 'y' } }).account
    expect(shorter.profile.notes).toHaveLength(29_999)
    expect(refusal(long, { kind: 'writeText', at: 'profile', field: 'notes', splice: { index: 0, remove: 0, insert: 'y' } })).toMatch(/at most 20000/)
  })

  test('undo passes over what somebody changed since, and says what stands there now', () => {
    const mine = apply(start, { kind: 'set', at, field: 'cellValue', key: cell, value: 430 }, { kind: 'set', at, field: 'title', value: 'Fleet 2027' })
    const theirs = apply(mine.account, { kind: 'set', at, field: 'cellValue', key: cell, value: 500 }).account
    const undone = apply(theirs, ...mine.undo)
    expect(undone.account.comparisons[comparisonId]?.title).toBe('Next fleet')
    expect(undone.account.comparisons[comparisonId]?.cellValue[cell]).toBe(500)
    expect(undone.skipped).toEqual([{ index: 1, at, field: 'cellValue', now: 500 }])
  })

  test('agreed weights stay as they were agreed while the sliders move, and come back on request', () => {
    const points = (account: Account): unknown => account.comparisons[comparisonId]?.criteria[criterionId]?.points
    const agreed = apply(start, { kind: 'agreeWeights', comparison: comparisonId, on: '2026-11-21', with: 'Dana Ruth, fleet' }).account
    const moved = apply(agreed, { kind: 'set', at: `${at}/criteria/${criterionId}`, field: 'points', value: 20 }).account
    expect(moved.comparisons[comparisonId]).toMatchObject({ agreedPoints: { [criterionId]: 80 }, agreedOn: '2026-11-21', agreedWith: 'Dana Ruth, fleet' })
    expect(points(moved)).toBe(20)
    expect(points(apply(moved, { kind: 'resetWeights', comparison: comparisonId }).account)).toBe(80)
  })

  test('moving puts an entity before the one named, also between neighbours that got the same key on two laptops', () => {
    const [a, b, c] = [ids.next(), ids.next(), ids.next()]
    const three = apply(empty, ...[a, b, c].map((id): Edit => ({ kind: 'add', in: 'people', id, fields: {}, before: null }))).account
    const names = (account: Account): readonly string[] => inOrder(account.people).map((person) => person.id)
    expect(names(apply(three, { kind: 'move', at: `people/${c}`, before: a }).account)).toEqual([c, a, b])
    expect(names(apply(three, { kind: 'move', at: `people/${a}`, before: null }).account)).toEqual([b, c, a])
    const tied = readAccount({ ...three, people: { ...three.people, [b]: { ...three.people[b], order: 'a0' } } })
    expect(applyEdits(tied, [{ kind: 'move', at: `people/${c}`, before: [a, b].sort()[1] ?? b }], now).ok).toBe(true)
  })
})

describe('laws of editing', () => {
  test('undo brings an account back, and redo forward again', () => {
    fc.assert(
      fc.property(randomHistory(12), fc.nat(), ({ edits }, cut) => {
        const split = cut % (edits.length + 1)
        const before = apply(empty, ...edits.slice(0, split)).account
        const step = edits.slice(split)
        if (step.length === 0) return
        const after = apply(before, ...step)
        const undone = apply(after.account, ...after.undo)
        expect(visible(undone.account)).toEqual(visible(before))
        expect(undone.skipped).toEqual([])
        if (undone.undo.length > 0) expect(visible(apply(undone.account, ...undone.undo).account)).toEqual(visible(after.account))
      }),
      { numRuns: 300 },
    )
  })

  test('an account read back from its own JSON is the same account', () => {
    fc.assert(
      fc.property(randomHistory(20), ({ account }) => {
        expect(readAccount(JSON.parse(JSON.stringify(account)))).toEqual(account)
      }),
      { numRuns: 200 },
    )
  })

  test('the patches between two states turn the one into the other', () => {
    fc.assert(
      fc.property(randomHistory(8), randomHistory(8), ({ account: a }, { account: b }) => {
        expect(applyPatches(a, diffJson(a as unknown as Json, b as unknown as Json))).toEqual(b)
      }),
      { numRuns: 200 },
    )
  })
})

/** What a member sees: what is removed is not shown, and an order is a sequence, whatever its keys. */
function visible(account: Account): unknown {
  return seen(account)
}

function seen(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value)
  const isCollection = entries.length > 0 && entries.every(([, entry]) => typeof entry === 'object' && entry !== null && 'deletedAt' in entry)
  if (isCollection) {
    const entities = inOrder(value as Account['people'])
    return entities.map((entity) => ({ ...(seen({ ...entity, order: '' }) as object) }))
  }
  return Object.fromEntries(entries.filter(([, entry]) => !isEmptyOrNull(entry)).map(([key, entry]) => [key, seen(entry)]))
}

/** A cell that was set and unset again is as unknown as one that was not touched. */
function isEmptyOrNull(entry: unknown): boolean {
  return entry === null || entry === false || entry === '' || (typeof entry === 'object' && Object.values(entry).every((value) => isEmptyOrNull(value) || isRemoved(value)))
}

function isRemoved(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'deletedAt' in value && value.deletedAt !== null
}
