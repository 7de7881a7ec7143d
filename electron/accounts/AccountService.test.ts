import { afterEach, describe, expect, test } from 'vitest'
import { applyPatches } from '#shared/base/jsonPatch'
import { err } from '#shared/base/Result'
import type { Edit } from '#shared/domain/edit/Edit'
import { inOrder } from '#shared/domain/schema/order'
import { AccountDocument } from '../documents/AccountDocument'
import type { DocumentClient } from '../documents/DocumentClient'
import { InProcessDocumentClient } from '../documents/InProcessDocumentClient'
import { skeletonChanges } from '../documents/skeletonChain'
import { nodeDisk } from '../platform/nodeDisk'
import type { DiskProblem } from '../platform/Disk'
import { decodeAccountFile } from '../vault/accountFileBytes'
import type { AccountEvent } from './AccountEvent'
import { Laptop } from './testing/Laptop'

const laptops: Laptop[] = []

function newLaptop(name: string): Laptop {
  const laptop = new Laptop(name)
  laptops.push(laptop)
  return laptop
}

afterEach(async () => {
  for (const laptop of laptops.splice(0)) await laptop.remove()
})

const rename = (value: string): Edit => ({ kind: 'set', at: 'profile', field: 'name', value })
const industry = (value: string): Edit => ({ kind: 'set', at: 'profile', field: 'industry', value })

function eventsOf<Kind extends AccountEvent['kind']>(laptop: Laptop, kind: Kind): readonly Extract<AccountEvent, { kind: Kind }>[] {
  return laptop.events.filter((event): event is Extract<AccountEvent, { kind: Kind }> => event.kind === kind)
}

describe('editing on one laptop', () => {
  test('an edit is in the vault before it is answered, and there after a restart', async () => {
    const kim = await newLaptop('Kim').start()
    const accountId = await kim.create('Hollenbach')
    const person = kim.ids.next()
    await kim.edit(accountId, { kind: 'add', in: 'people', id: person, fields: { name: 'Dana Ruth' }, before: null }, industry('Food'))
    const before = await kim.read(accountId)
    await kim.vanish()
    await kim.start()
    expect(await kim.read(accountId)).toEqual(before)
    expect(before.people[person]?.name).toBe('Dana Ruth')
  })

  test('what is announced takes whoever shows the account from one revision to the next', async () => {
    const kim = await newLaptop('Kim').start()
    const accountId = await kim.create('Hollenbach')
    const opened = await kim.accounts.open(accountId)
    if (!opened.ok) throw new Error('Not opened')
    let { revision, snapshot } = opened.value
    kim.events.length = 0
    const answers = await Promise.all(['Food', 'Retail', 'Wholesale'].map((value) => kim.edit(accountId, industry(value))))
    for (const event of eventsOf(kim, 'changed')) {
      expect([event.revision, event.origin]).toEqual([revision + 1, 'here'])
      revision = event.revision
      snapshot = applyPatches(snapshot, event.patches)
    }
    expect(answers.at(-1)?.revision).toBe(revision)
    expect(snapshot).toEqual(await kim.read(accountId))
    expect(eventsOf(kim, 'rows').at(-1)?.rows).toMatchObject([{ accountId, industry: 'Wholesale' }])
  })

  test('the same edit sent twice is one edit', async () => {
    const kim = await newLaptop('Kim').start()
    const accountId = await kim.create('Hollenbach')
    const editId = kim.ids.next()
    const add: Edit = { kind: 'add', in: 'needs', id: kim.ids.next(), fields: { quote: 'Quiet at night.' }, before: null }
    const [first, second] = await Promise.all([kim.accounts.edit(accountId, editId, [add]), kim.accounts.edit(accountId, editId, [add])])
    expect([first.ok, second]).toEqual([true, { ok: true, value: { revision: first.ok ? first.value.revision : 0, undo: [], skipped: [] } }])
    await kim.restart()
    expect((await kim.accounts.edit(accountId, editId, [add])).ok).toBe(true)
    expect(inOrder((await kim.read(accountId)).needs)).toHaveLength(1)
  })

  test('the vault holds the whole document, the skeleton under the edits included and once', async () => {
    const kim = await newLaptop('Kim').start()
    const accountId = await kim.create('Hollenbach')
    await kim.edit(accountId, industry('Food'))
    await kim.restart()
    await kim.edit(accountId, industry('Retail'))
    const records = await kim.vault.readAccount(accountId)
    const changes = records.ok ? records.value.filter(({ kind }) => kind === 'change') : []
    const stored = changes.map((record) => Buffer.from(record.bytes).toString('hex'))
    const skeleton = skeletonChanges().map((change) => Buffer.from(change).toString('hex'))
    expect(stored.slice(0, skeleton.length)).toEqual(skeleton)
    expect(stored).toHaveLength(skeleton.length + 3)
  })

  test('an edit that does not fit is refused with its place, and one about no account says so', async () => {
    const kim = await newLaptop('Kim').start()
    const accountId = await kim.create('Hollenbach')
    expect(await kim.accounts.edit(accountId, kim.ids.next(), [industry('Food'), { kind: 'set', at: 'profile', field: 'status', value: 'huge' }])).toMatchObject({
      ok: false,
      error: { kind: 'refused', index: 1, reason: 'badValue' },
    })
    const nobody = kim.ids.next()
    for (const answer of [await kim.accounts.edit(nobody, kim.ids.next(), [industry('Food')]), await kim.accounts.open(nobody), await kim.accounts.accountFilePath(nobody)]) {
      expect(answer).toMatchObject({ ok: false, error: { kind: 'accountNotFound' } })
    }
    expect((await kim.read(accountId)).profile.industry).toBe('')
  })
})

describe('a disk that takes nothing', () => {
  test.each<[DiskProblem['kind'], string]>([
    ['diskFull', 'diskFull'],
    ['readOnly', 'readOnly'],
    ['noAccess', 'noAccess'],
  ])('%s: the edit is refused, the account stays as it was, and the next edit works', async (kind, failure) => {
    const kim = newLaptop('Kim')
    let problem: DiskProblem | null = null
    kim.disk = {
      ...nodeDisk,
      openFile: async (path) => {
        const file = await nodeDisk.openFile(path)
        return file.ok ? { ok: true, value: refusing(file.value) } : file
      },
      createFile: async (path) => {
        if (problem) return err(problem)
        const file = await nodeDisk.createFile(path)
        return file.ok ? { ok: true, value: refusing(file.value) } : file
      },
    }
    function refusing<F extends { write: (bytes: Uint8Array, position: number) => ReturnType<F['write']> }>(file: F): F {
      return { ...file, write: (bytes: Uint8Array, position: number) => (problem ? Promise.resolve(err(problem)) : file.write(bytes, position)) }
    }
    await kim.start()
    const accountId = await kim.create('Hollenbach')
    const before = await kim.accounts.open(accountId)
    kim.events.length = 0
    problem = { kind } as DiskProblem
    expect(await kim.accounts.edit(accountId, kim.ids.next(), [rename('Lost')])).toMatchObject({ ok: false, error: { kind: failure } })
    expect(await kim.accounts.create('Never there')).toMatchObject({ ok: false, error: { kind: failure } })
    expect(await kim.accounts.open(accountId)).toEqual(before)
    expect(eventsOf(kim, 'changed')).toEqual([])
    expect(kim.accounts.rows().map((row) => row.name)).toEqual(['Hollenbach'])
    problem = null
    await kim.edit(accountId, industry('Food'))
    await kim.restart()
    expect((await kim.read(accountId)).profile).toMatchObject({ name: 'Hollenbach', industry: 'Food' })
  })
})

describe('two laptops', () => {
  test('each one’s accounts and edits arrive at the other, with rows and patches', async () => {
    const [kim, lee] = [await newLaptop('Kim').start(), await newLaptop('Lee').start()]
    const accountId = await kim.create('Hollenbach')
    await lee.receiveFrom(kim)
    expect(lee.accounts.rows()).toEqual(kim.accounts.rows())
    let shown = await lee.read(accountId)
    lee.events.length = 0
    await kim.edit(accountId, industry('Food'))
    await lee.receiveFrom(kim)
    const [changed] = eventsOf(lee, 'changed')
    expect(changed).toMatchObject({ accountId, origin: 'team' })
    shown = applyPatches(shown, changed?.patches ?? [])
    expect(shown).toEqual(await kim.read(accountId))
    expect(await lee.read(accountId)).toEqual(shown)
    expect(lee.accounts.rows()).toEqual(kim.accounts.rows())
  })

  test('both values of a field that both wrote are listed and counted, and choosing one settles it on both', async () => {
    const [kim, lee] = [await newLaptop('Kim').start(), await newLaptop('Lee').start()]
    const accountId = await kim.create('Hollenbach')
    await lee.receiveFrom(kim)
    await kim.edit(accountId, rename('Hollenbach GmbH'))
    await lee.edit(accountId, rename('Hollenbach Feinkost'))
    await kim.receiveFrom(lee)
    await lee.receiveFrom(kim)
    for (const laptop of [kim, lee]) {
      const [conflict] = await laptop.conflicts(accountId)
      expect(conflict?.values.map(({ value, by }) => `${String(value)} by ${String(by)}`).sort()).toEqual(['Hollenbach Feinkost by Lee', 'Hollenbach GmbH by Kim'])
      expect(conflict?.values[0]?.value).toBe((await laptop.read(accountId)).profile.name)
      expect(laptop.accounts.rows()[0]?.conflicts).toBe(1)
      expect(eventsOf(laptop, 'conflicted')).toEqual([{ kind: 'conflicted', accountId, count: 1 }])
    }
    await lee.edit(accountId, rename('Hollenbach Feinkost GmbH'))
    await kim.receiveFrom(lee)
    for (const laptop of [kim, lee]) {
      expect(await laptop.conflicts(accountId)).toEqual([])
      expect(laptop.accounts.rows()).toMatchObject([{ name: 'Hollenbach Feinkost GmbH', conflicts: 0 }])
    }
  })

  test('undo after a colleague’s change leaves it and names the colleague', async () => {
    const [kim, lee] = [await newLaptop('Kim').start(), await newLaptop('Lee').start()]
    const accountId = await kim.create('Hollenbach')
    const { undo } = await kim.edit(accountId, rename('Mine'), industry('Food'))
    await lee.receiveFrom(kim)
    await lee.edit(accountId, rename('Lee’s'))
    await kim.receiveFrom(lee)
    const undone = await kim.edit(accountId, ...undo)
    expect(undone.skipped).toEqual([{ index: 1, at: 'profile', field: 'name', now: 'Lee’s', by: 'Lee' }])
    expect((await kim.read(accountId)).profile).toMatchObject({ name: 'Lee’s', industry: '' })
  })

  test('changes that were received before a crash and not merged yet are there after the next start', async () => {
    const [kim, lee] = [await newLaptop('Kim').start(), await newLaptop('Lee').start()]
    const accountId = await kim.create('Hollenbach')
    await lee.receiveFrom(kim)
    await lee.restart()
    await kim.edit(accountId, rename('Hollenbach Feinkost'))
    await kim.vault.seal()
    const pack = kim.vault.ownPacks().at(-1)
    const bytes = pack ? await kim.vault.readPack(pack.deviceId, pack.seq) : null
    if (!bytes?.ok) throw new Error('No pack')
    await lee.vault.receive(bytes.value)
    await lee.vanish()
    await lee.start()
    await lee.accounts.settled()
    expect(lee.accounts.rows()).toEqual(kim.accounts.rows())
  })

  test('who shows an account whose document was let go meanwhile is told to open it again', async () => {
    const [kim, lee] = [await newLaptop('Kim').start(), await newLaptop('Lee').start()]
    const accountId = await kim.create('Hollenbach')
    await lee.receiveFrom(kim)
    const opened = await lee.accounts.open(accountId)
    await kim.edit(accountId, industry('Food'))
    await lee.documents.drop(accountId)
    lee.events.length = 0
    await lee.receiveFrom(kim)
    const [changed, ...more] = eventsOf(lee, 'changed')
    expect(more).toEqual([])
    expect(changed?.revision).toBeGreaterThan((opened.ok ? opened.value.revision : 0) + 1)
    expect((await lee.read(accountId)).profile.industry).toBe('Food')
  })
})

describe('documents that die', () => {
  /** Dies when asked for the edit that says so, as often as told. */
  class DyingDocuments extends InProcessDocumentClient {
    deaths = 0
    constructor(private readonly word: string, private readonly times: number) {
      super()
    }

    override async prepare(...[accountId, edit]: Parameters<DocumentClient['prepare']>): ReturnType<DocumentClient['prepare']> {
      if (this.deaths >= this.times || !JSON.stringify(edit.edits).includes(this.word)) return super.prepare(accountId, edit)
      this.deaths += 1
      await super.close()
      return err({ kind: 'processGone' })
    }
  }

  test('once: the edit is made after all, once', async () => {
    const kim = newLaptop('Kim')
    kim.startDocuments = () => new DyingDocuments('deadly', 1)
    await kim.start()
    const accountId = await kim.create('Hollenbach')
    await kim.edit(accountId, { kind: 'add', in: 'needs', id: kim.ids.next(), fields: { quote: 'deadly' }, before: null })
    expect(inOrder((await kim.read(accountId)).needs)).toHaveLength(1)
    expect(eventsOf(kim, 'changed').at(-1)?.revision).toBe((await kim.edit(accountId, industry('Food'))).revision - 1)
  })

  test('twice on one account: it shows as damaged and its raw file can be saved; the others go on', async () => {
    const kim = newLaptop('Kim')
    kim.startDocuments = () => new DyingDocuments('deadly', 99)
    await kim.start()
    const [bad, good] = [await kim.create('Bad'), await kim.create('Good')]
    const [killed, ...others] = await Promise.all([
      kim.accounts.edit(bad, kim.ids.next(), [industry('deadly')]),
      ...['Food', 'Retail'].map((value) => kim.accounts.edit(good, kim.ids.next(), [industry(value)])),
    ])
    expect(killed).toMatchObject({ ok: false, error: { kind: 'damaged' } })
    expect(others.map((answer) => answer.ok)).toEqual([true, true])
    expect(await kim.accounts.open(bad)).toMatchObject({ ok: false, error: { kind: 'damaged' } })
    expect((await kim.read(good)).profile.industry).toBe('Retail')
    const raw = await kim.accounts.exportRaw(bad)
    const content = raw.ok ? decodeAccountFile(raw.value) : raw
    expect(content.ok && AccountDocument.openSaved(bad, content.value.document)?.snapshot.profile.name).toBe('Bad')
    // The reason may have been the version of the app: the next start tries again.
    kim.startDocuments = () => new InProcessDocumentClient()
    await kim.restart()
    expect((await kim.read(bad)).profile.name).toBe('Bad')
  })
})
