import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Edit } from '#shared/domain/edit/Edit'
import { seededIds } from '#shared/testing/seededIds'
import { Replica } from './testing/Replica'

const ids = seededIds(19)
const person = ids.next()
const comparison = ids.next()
const option = ids.next()
const optionAt = `comparisons/${comparison}/options/${option}`

function twoLaptops(): readonly [Replica, Replica] {
  const [kim, lee] = [new Replica('Kim'), new Replica('Lee')]
  kim.edit(
    { kind: 'add', in: 'people', id: person, fields: { name: 'Dana Ruth' }, before: null },
    { kind: 'add', in: 'comparisons', id: comparison, fields: { title: 'Which car?' }, before: null },
    { kind: 'add', in: `comparisons/${comparison}/options`, id: option, fields: { name: 'VW ID.3' }, before: null },
  )
  lee.receive(kim)
  return [kim, lee]
}

function meet(a: Replica, b: Replica): void {
  a.receive(b)
  b.receive(a)
  expect(a.document.conflicts()).toEqual(b.document.conflicts())
  expect(a.document.row).toEqual(b.document.row)
}

const write = (insert: string, index = 0): Edit => ({ kind: 'writeText', at: 'profile', field: 'notes', splice: { index, remove: 0, insert } })
const remove = (at: string): Edit => ({ kind: 'remove', at })
const title: Edit = { kind: 'set', at: `people/${person}`, field: 'title', value: 'Buyer' }

describe('two members who write in one long text at the same time', () => {
  test('are told to read what became of it, with what each wrote', () => {
    const [kim, lee] = twoLaptops()
    kim.edit(write('Ask about the yard. '))
    lee.edit(write('Call Dana. '))
    meet(kim, lee)
    const [collision, ...others] = kim.document.conflicts()
    expect(others).toEqual([])
    expect(collision).toMatchObject({ kind: 'mergedText', at: 'profile', field: 'notes', key: null })
    expect(collision?.values.map(({ by, facts }) => `${by}: ${JSON.stringify(facts)}`).sort()).toEqual([
      expect.stringContaining('Ask about the yard. ') as string,
      expect.stringContaining('Call Dana. ') as string,
    ])
    expect(kim.document.row.conflicts).toBe(1)
  })

  test('whoever writes on has read it, and so has whoever says so; it stays said after a restart', () => {
    for (const settle of [write('x'), { kind: 'resolveConflict', at: 'profile', field: 'notes', value: null } as const]) {
      const [kim, lee] = twoLaptops()
      kim.edit(write('Kim. '))
      lee.edit(write('Lee. '))
      meet(kim, lee)
      const text = lee.document.snapshot.profile.notes
      expect(lee.edit(settle).change).not.toBeNull()
      expect(lee.document.conflicts()).toEqual([])
      kim.receive(lee)
      kim.reopen()
      expect([kim.document.conflicts(), kim.document.row.conflicts]).toEqual([[], 0])
      expect(kim.document.snapshot.profile.notes).toContain(text)
    }
  })

  test('one after the other, each with the other’s words in front of them, is nothing to tell', () => {
    const [kim, lee] = twoLaptops()
    for (let round = 0; round < 3; round++) {
      kim.edit(write('Kim. '))
      lee.receive(kim)
      lee.edit(write('Lee. '))
      kim.receive(lee)
    }
    expect(kim.document.conflicts()).toEqual([])
  })
})

describe('what one removes while another goes on with it', () => {
  test.each([
    ['a field of it', `people/${person}`, title],
    ['something in what is removed', `comparisons/${comparison}`, { kind: 'set', at: optionAt, field: 'name', value: 'VW ID.4' } as const],
    ['something added to it', `comparisons/${comparison}`, { kind: 'add', in: `comparisons/${comparison}/criteria`, id: ids.next(), fields: { name: 'Price' }, before: null } as const],
  ])('is told: %s', (_what, at, edit) => {
    const [kim, lee] = twoLaptops()
    kim.edit(remove(at))
    lee.edit(edit)
    meet(kim, lee)
    expect(kim.document.conflicts()).toMatchObject([{ kind: 'removedWhileEdited', at, field: 'deletedAt', values: [{ by: 'Kim', value: expect.any(String) as string }, { by: 'Lee', value: null }] }])
    expect(kim.document.row.conflicts).toBe(1)
  })

  test('comes back or stays away as somebody decides', () => {
    for (const isKept of [true, false]) {
      const [kim, lee] = twoLaptops()
      kim.edit(remove(`people/${person}`))
      lee.edit(title)
      meet(kim, lee)
      lee.edit({ kind: 'resolveConflict', at: `people/${person}`, field: 'deletedAt', value: isKept ? null : 'stays away' })
      meet(kim, lee)
      expect(kim.document.conflicts()).toEqual([])
      expect(kim.document.snapshot.people[person]?.deletedAt === null).toBe(isKept)
      expect(kim.document.snapshot.people[person]?.title).toBe('Buyer')
    }
  })

  test('is nothing to tell where both removed it, where the editor removed it, or where it was edited before', () => {
    const [kim, lee] = twoLaptops()
    kim.edit(title)
    lee.receive(kim)
    kim.edit(remove(`people/${person}`))
    lee.edit({ kind: 'set', at: `people/${person}`, field: 'mail', value: 'dana@example.com' }, remove(`people/${person}`))
    meet(kim, lee)
    expect(kim.document.conflicts()).toEqual([])
  })
})

test('whatever two laptops do, both tell the same, and after both have seen everything an edit of theirs adds nothing', () => {
  const step = fc.record({ who: fc.nat(1), what: fc.nat(4) })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 24 }), (steps) => {
      const laptops = twoLaptops()
      const [kim, lee] = laptops
      for (const { who, what } of steps) {
        const laptop = who === 0 ? kim : lee
        const isGone = laptop.document.snapshot.people[person]?.deletedAt !== null
        if (what === 0) meet(kim, lee)
        else if (what === 1) laptop.edit(write('word '))
        else if (what === 2) laptop.edit(isGone ? { kind: 'restore', at: `people/${person}` } : remove(`people/${person}`))
        else if (!isGone) laptop.edit({ ...title, value: `title ${what}` })
      }
      meet(kim, lee)
      const before = kim.document.row.conflicts
      kim.edit({ kind: 'set', at: 'profile', field: 'size', value: 'any' })
      expect(kim.document.row.conflicts).toBeLessThanOrEqual(before)
      kim.reopen()
      expect(kim.document.row.conflicts).toBeLessThanOrEqual(before)
      for (const { document } of laptops) document.free()
    }),
    { numRuns: 60 },
  )
})
