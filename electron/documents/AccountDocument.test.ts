import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applyPatches } from '#shared/base/jsonPatch'
import { inOrder } from '#shared/domain/schema/order'
import type { Edit } from '#shared/domain/edit/Edit'
import { pickFrom, randomEdit, randomHistory } from '#shared/testing/randomEdits'
import { seededIds } from '#shared/testing/seededIds'
import { AccountDocument } from './AccountDocument'
import { Replica, testAccountId } from './testing/Replica'

const ids = seededIds(11)
const comparisonId = ids.next()
const optionId = ids.next()
const criterionId = ids.next()
const at = `comparisons/${comparisonId}`
const cell = `${optionId}:${criterionId}`

/** Two laptops that have the same comparison with one option and one criterion. */
function twoLaptops(): readonly [Replica, Replica] {
  const kim = new Replica('Kim')
  kim.edit(
    { kind: 'set', at: 'profile', field: 'name', value: 'Hollenbach Feinkost' },
    { kind: 'add', in: 'comparisons', id: comparisonId, fields: { title: 'Next fleet' }, before: null },
    { kind: 'add', in: `${at}/options`, id: optionId, fields: { name: 'Extend the leases', kind: 'stayAsIs' }, before: null },
    { kind: 'add', in: `${at}/criteria`, id: criterionId, fields: { name: 'Range', unit: 'km', lo: 300, hi: 600, points: 80 }, before: null },
  )
  const lee = new Replica('Lee')
  lee.receive(kim)
  return [kim, lee]
}

function meet(a: Replica, b: Replica): void {
  a.receive(b)
  b.receive(a)
}

const setCell = (value: Extract<Edit, { kind: 'set' }>['value']): Edit => ({ kind: 'set', at, field: 'cellValue', key: cell, value })
const write = (index: number, remove: number, insert: string): Edit => ({ kind: 'writeText', at: 'profile', field: 'notes', splice: { index, remove, insert } })

describe('the two interpreters of an edit', () => {
  test('what the edits say about plain data is what the document holds, also after undoing', () => {
    fc.assert(
      fc.property(randomHistory(25), fc.nat(), ({ edits }, cut) => {
        const replica = new Replica('Kim')
        const split = cut % (edits.length + 1)
        let shown = replica.document.snapshot
        const steps = [...edits.slice(0, split).map((edit) => [edit]), ...(split < edits.length ? [edits.slice(split)] : [])]
        for (const step of steps) {
          const { patches, undo } = replica.edit(...step)
          shown = applyPatches(shown, patches)
          if (step.length > 1 && undo.length > 0) shown = applyPatches(shown, replica.edit(...undo).patches)
        }
        expect(shown).toEqual(replica.document.snapshot)
        replica.reopen()
        expect(replica.document.snapshot).toEqual(shown)
        replica.document.free()
      }),
      { numRuns: 150 },
    )
  })

  test('undo gives the document the values it had, letter by letter', () => {
    const [kim] = twoLaptops()
    kim.edit(write(0, 0, 'First. 🚚 Second.'))
    const before = kim.document.snapshot
    const { undo } = kim.edit(write(7, 2, 'é'), setCell('8..10'), { kind: 'set', at, field: 'title', value: 'Other' }, { kind: 'remove', at: `${at}/options/${optionId}` })
    expect(kim.document.snapshot).not.toEqual(before)
    kim.edit(...undo)
    kim.reopen()
    expect(kim.document.snapshot.profile).toEqual(before.profile)
    expect(kim.document.snapshot.comparisons[comparisonId]?.options).toEqual(before.comparisons[comparisonId]?.options)
    expect(kim.document.snapshot.comparisons[comparisonId]?.cellValue[cell]).toBeNull()
  })

  test('numbers come back as they were given, whatever their size', () => {
    const [kim] = twoLaptops()
    for (const value of [0, 12.5, -3, 2 ** 53, 1e21, 1e300, 5e-324]) {
      kim.edit(setCell(value))
      kim.reopen()
      expect(kim.document.snapshot.comparisons[comparisonId]?.cellValue[cell]).toBe(value)
    }
  })
})

describe('one change per edit', () => {
  test('an edit that comes again with the same id does nothing twice, also after a restart', () => {
    const kim = new Replica('Kim')
    const add: Edit = { kind: 'add', in: 'people', id: ids.next(), fields: { name: 'Dana' }, before: null }
    expect(kim.editAs('same', add).change).not.toBeNull()
    expect(kim.editAs('same', add)).toMatchObject({ change: null, patches: [], undo: [] })
    kim.reopen()
    expect(kim.editAs('same', add).change).toBeNull()
    expect(inOrder(kim.document.snapshot.people)).toHaveLength(1)
  })

  test('an edit that changes nothing makes no change', () => {
    const [kim] = twoLaptops()
    expect(kim.edit({ kind: 'set', at, field: 'title', value: 'Next fleet' })).toMatchObject({ change: null, undo: [] })
    expect(kim.edit({ kind: 'set', at, field: 'title', value: 'Fleet 2027' }).change).not.toBeNull()
  })

  test('a batch of which one edit is refused changes nothing', () => {
    const [kim] = twoLaptops()
    const before = kim.document.snapshot
    const edits: Edit[] = [{ kind: 'set', at, field: 'title', value: 'x' }, setCell('about 400')]
    const refused = kim.document.prepare({ editId: 'e', edits, author: { memberId: 'm', name: 'Kim' }, now: '2026-11-21T10:00:00.000Z' })
    expect(refused).toMatchObject({ ok: false, error: { index: 1, reason: 'badValue' } })
    expect(kim.document.isHolding).toBe(false)
    expect(kim.document.snapshot).toEqual(before)
  })
})

describe('two laptops', () => {
  test('what both wrote into one cell stands there twice, the shown one first, with name and time', () => {
    const [kim, lee] = twoLaptops()
    kim.edit(setCell(430))
    lee.edit(setCell(500))
    meet(kim, lee)
    expect(lee.document.snapshot).toEqual(kim.document.snapshot)
    const [conflict, ...others] = kim.document.conflicts()
    expect(others).toEqual([])
    expect(lee.document.conflicts()).toEqual([conflict])
    expect(conflict).toMatchObject({ at, field: 'cellValue', key: cell })
    expect(conflict?.values[0]?.value).toBe(kim.document.snapshot.comparisons[comparisonId]?.cellValue[cell])
    expect(new Set(conflict?.values)).toEqual(
      new Set([
        { value: 430, by: 'Kim', writtenAt: '2026-11-21T09:02:00.000Z' },
        { value: 500, by: 'Lee', writtenAt: '2026-11-21T09:01:00.000Z' },
      ]),
    )
    expect(kim.document.row.conflicts).toBe(1)
  })

  test('the same value written twice, an order and a removal are no conflicts', () => {
    const [kim, lee] = twoLaptops()
    const other = ids.next()
    kim.edit({ kind: 'add', in: `${at}/options`, id: other, fields: {}, before: null })
    lee.receive(kim)
    kim.edit(setCell(430), { kind: 'move', at: `${at}/options/${other}`, before: optionId }, { kind: 'remove', at: `${at}/criteria/${criterionId}` })
    lee.edit(setCell(430), { kind: 'move', at: `${at}/options/${optionId}`, before: null }, { kind: 'remove', at: `${at}/criteria/${criterionId}` })
    meet(kim, lee)
    expect(lee.document.snapshot).toEqual(kim.document.snapshot)
    expect(kim.document.conflicts()).toEqual([])
  })

  test('a conflict in something removed is not shown, and is there again when that is restored', () => {
    const [kim, lee] = twoLaptops()
    const field = (value: string): Edit => ({ kind: 'set', at: `${at}/options/${optionId}`, field: 'marginNote', value })
    kim.edit(field('one'))
    lee.edit(field('two'), { kind: 'remove', at })
    meet(kim, lee)
    const kinds = (): readonly unknown[] => [kim.document.row.conflicts, ...kim.document.conflicts().map(({ kind }) => kind)]
    expect(kinds()).toEqual([1, 'removedWhileEdited'])
    kim.edit({ kind: 'restore', at })
    expect(kinds()).toEqual([1, 'values'])
  })

  test('writing one field leaves every other conflict standing; writing the field itself settles it for both', () => {
    const [kim, lee] = twoLaptops()
    kim.edit(setCell(430), { kind: 'set', at, field: 'title', value: 'Kim’s title' })
    lee.edit(setCell(500), { kind: 'set', at, field: 'title', value: 'Lee’s title' })
    meet(kim, lee)
    kim.edit({ kind: 'set', at, field: 'question', value: 'Which one?' }, { kind: 'set', at: 'profile', field: 'name', value: 'H' }, { kind: 'set', at, field: 'title', value: 'Agreed' })
    lee.receive(kim)
    for (const { document } of [kim, lee]) {
      expect(document.conflicts().map((conflict) => conflict.field)).toEqual(['cellValue'])
      expect(document.row.conflicts).toBe(1)
    }
    lee.reopen()
    expect(lee.document.row).toEqual(kim.document.row)
  })

  test('sentences written at the same time both stay', () => {
    const [kim, lee] = twoLaptops()
    kim.edit(write(0, 0, 'Middle.'))
    lee.receive(kim)
    kim.edit(write(0, 0, 'Before. '))
    lee.edit(write(7, 0, ' After.'))
    meet(kim, lee)
    for (const { document } of [kim, lee]) expect(document.snapshot.profile.notes).toBe('Before. Middle. After.')
  })

  test('the long texts of an entity, too, are written together from its first day', () => {
    const [kim, lee] = twoLaptops()
    const advise = (insert: string): Edit => ({ kind: 'writeText', at, field: 'advice', splice: { index: 0, remove: 0, insert } })
    kim.edit(advise('The second.'))
    lee.edit(advise('The third.'))
    meet(kim, lee)
    expect(['The second.The third.', 'The third.The second.']).toContain(kim.document.snapshot.comparisons[comparisonId]?.advice)
    expect(lee.document.snapshot).toEqual(kim.document.snapshot)
  })

  test('undo of a text names the colleague who moved it, not oneself who wrote on since', () => {
    const [kim, lee] = twoLaptops()
    const { undo } = kim.edit(write(0, 0, 'Mine'))
    lee.receive(kim)
    lee.edit(write(0, 0, 'Lee: '))
    kim.receive(lee)
    kim.edit(write(9, 0, ' too'))
    expect(kim.edit(...undo).skipped).toEqual([{ index: 0, at: 'profile', field: 'notes', now: 'Lee: Mine too', by: 'Lee' }])
  })

  test('undo leaves what a colleague wrote since, and names the colleague', () => {
    const [kim, lee] = twoLaptops()
    kim.edit(write(0, 0, 'A note'))
    const { undo } = kim.edit(setCell(430), { kind: 'set', at, field: 'title', value: 'Mine' }, write(6, 0, ' of mine'))
    lee.receive(kim)
    lee.edit(setCell(500), write(2, 4, 'word'), write(6, 3, ' by'))
    kim.receive(lee)
    const undone = kim.edit(...undo)
    expect(kim.document.snapshot.comparisons[comparisonId]).toMatchObject({ title: 'Next fleet', cellValue: { [cell]: 500 } })
    expect(undone.skipped).toEqual([
      { index: 0, at: 'profile', field: 'notes', now: 'A word by mine', by: 'Lee' },
      { index: 2, at, field: 'cellValue', now: 500, by: 'Lee' },
    ])
  })

  test('laptops that edit at random and meet at random end equal, and nobody’s entity is lost', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 31 - 1 }), (seed) => {
        const pick = pickFrom(seed)
        const editIds = seededIds(seed)
        const laptops = [new Replica('Kim'), new Replica('Lee')] as const
        const added: string[] = []
        for (let step = 0; step < 40; step++) {
          const laptop = pick(laptops)
          if (pick([true, false, false, false])) laptop.receive(laptop === laptops[0] ? laptops[1] : laptops[0])
          const edit = randomEdit(laptop.document.snapshot, pick, editIds)
          const editId = editIds.next()
          const prepared = laptop.document.prepare({ editId, edits: [edit], author: { memberId: laptop.name, name: laptop.name }, now: '2026-11-21T09:00:00.000Z' })
          if (!prepared.ok || !prepared.value.change) continue
          laptop.document.confirm(editId)
          laptop.changes.push(prepared.value.change)
          if (edit.kind === 'add') added.push(`${edit.in}/${edit.id}`)
        }
        meet(...laptops)
        const [kim, lee] = laptops
        expect(kim.document.snapshot).toEqual(lee.document.snapshot)
        expect(kim.document.changeHashes()).toEqual(lee.document.changeHashes())
        expect(kim.document.conflicts()).toEqual(lee.document.conflicts())
        for (const path of added) expect(kim.document.snapshot).toHaveProperty(path.split('/'))
        const again = AccountDocument.open(testAccountId, kim.changes)
        expect(again.snapshot).toEqual(kim.document.snapshot)
        expect(again.conflicts()).toEqual(kim.document.conflicts())
        for (const document of [again, kim.document, lee.document]) document.free()
      }),
      { numRuns: 60 },
    )
  })
})
