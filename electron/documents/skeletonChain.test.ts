import { expect, test } from 'vitest'
import { accountSchema } from '#shared/domain/account/accountSchema'
import { collection, flatMap, type RootSpec } from '#shared/domain/schema/entities'
import { internalText, number } from '#shared/domain/schema/fields'
import { seededIds } from '#shared/testing/seededIds'
import { AccountDocument, inspectChanges, nextSkeletonChange } from './AccountDocument'
import { skeletonChanges } from './skeletonChain'
import { Replica, testAccountId } from './testing/Replica'

/** What a later version of the app might bring: a collection, and a long text and a table in an old place. */
const laterSchema: RootSpec = {
  ...accountSchema,
  warranties: collection({ fields: { text: internalText() } }),
  plan: { kind: 'singleton', entity: { fields: { story: internalText({ collaborative: true }) }, maps: { hours: flatMap(['people'], number('internal')) } } },
}

test('the stored skeleton is what the schema asks for, byte for byte, and nothing is missing in it', () => {
  const chain = skeletonChanges()
  expect(nextSkeletonChange(chain)).toBeNull()
  expect(nextSkeletonChange(chain.slice(0, -1))).toEqual(chain.at(-1))
})

test('every account has every container from its first day', () => {
  const snapshot = AccountDocument.open(testAccountId, []).snapshot
  expect(Object.keys(snapshot)).toEqual(Object.keys(accountSchema))
  expect(snapshot.profile).toMatchObject({ name: '', status: 'focus', notes: '' })
})

test('two laptops make the same account on their own and write one long text together', () => {
  const [kim, lee] = [new Replica('Kim'), new Replica('Lee')]
  kim.edit({ kind: 'writeText', at: 'profile', field: 'notes', splice: { index: 0, remove: 0, insert: 'Kim.' } })
  lee.edit({ kind: 'writeText', at: 'profile', field: 'notes', splice: { index: 0, remove: 0, insert: 'Lee.' } })
  kim.receive(lee)
  expect(['Kim.Lee.', 'Lee.Kim.']).toContain(kim.document.snapshot.profile.notes)
  expect(kim.document.conflicts()).toMatchObject([{ kind: 'mergedText' }])
})

test('an old and a new version of the app, and two new ones that migrate on their own, keep everybody’s edits', () => {
  const chain = skeletonChanges()
  const migration = nextSkeletonChange(chain, laterSchema)
  expect(migration).not.toBeNull()
  const later = [...chain, migration ?? new Uint8Array()]
  const ids = seededIds(3)
  const old = new Replica('old')
  const newer = [new Replica('new 1', later), new Replica('new 2', later)]
  const people = [old, ...newer].map((replica) => {
    const id = ids.next()
    replica.edit({ kind: 'add', in: 'people', id, fields: { name: replica.name }, before: null })
    return [id, replica.name]
  })
  // What a laptop with the later version stores travels with the migration under it.
  for (const replica of newer) if (migration) replica.changes.unshift(migration)
  const everything = [old, ...newer].flatMap((replica) => replica.changes)
  for (const skeleton of [chain, later]) {
    const merged = AccountDocument.open(testAccountId, everything, skeleton)
    expect([merged.unreadable, merged.missing]).toEqual([0, 0])
    expect(Object.entries(merged.snapshot.people).map(([id, person]) => [id, person.name]).sort()).toEqual(people.sort())
    expect(merged.changeHashes()).toEqual(inspectChanges([...later, ...everything]).hashes)
  }
})

test('records that are no changes, or contradict one another, hide nothing else', () => {
  const kim = new Replica('Kim')
  kim.edit({ kind: 'set', at: 'profile', field: 'name', value: 'Hollenbach' })
  kim.edit({ kind: 'set', at: 'profile', field: 'industry', value: 'Food' })
  const [first = new Uint8Array(), second = new Uint8Array()] = kim.changes
  const flipped = second.map((byte, index) => (index === second.length - 1 ? byte ^ 1 : byte))
  // The same actor and number with another content, as after a restored backup.
  const forged = nextSkeletonChange([], laterSchema) ?? new Uint8Array()
  const document = AccountDocument.open(testAccountId, [first, new Uint8Array([1, 2, 3]), flipped, forged, second])
  expect(document.unreadable).toBe(3)
  expect(document.snapshot.profile).toMatchObject({ name: 'Hollenbach', industry: 'Food' })
  expect(document.apply([new Uint8Array(), second])).toMatchObject({ unreadable: 1, patches: [] })
})

test('a change whose predecessor has not arrived waits for it', () => {
  const kim = new Replica('Kim')
  kim.edit({ kind: 'set', at: 'profile', field: 'name', value: 'Hollenbach' })
  kim.edit({ kind: 'set', at: 'profile', field: 'name', value: 'Hollenbach Feinkost' })
  const [first = new Uint8Array(), second = new Uint8Array()] = kim.changes
  const document = AccountDocument.open(testAccountId, [second])
  expect([document.missing, document.snapshot.profile.name, document.row.changedAt]).toEqual([1, '', null])
  expect(document.apply([first])).toMatchObject({ missing: 0, row: { name: 'Hollenbach Feinkost' } })
})
