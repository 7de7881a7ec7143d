import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { guessMapping } from '#shared/domain/intake/intakeTable'
import { inOrder } from '#shared/domain/schema/order'
import { seededIds } from '#shared/testing/seededIds'
import { Laptop } from '../accounts/testing/Laptop'
import { IntakeService, previewIntake } from './IntakeService'
import { longestListBytes, readList } from './readList'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

describe('a list of another program', () => {
  test('is read whatever stands between its cells, with line breaks and quotes inside them', () => {
    for (const mark of [',', ';', '\t']) {
      const text = [`Company${mark}Notes`, `"Fenn ${mark} Sons"${mark}"said ""no""\nand left"`, '', `Marsh${mark}`].join('\r\n')
      expect(readList(bytes(text))).toEqual({ ok: true, value: { columns: ['Company', 'Notes'], lines: [[`Fenn ${mark} Sons`, 'said "no"\nand left'], ['Marsh', '']] } })
    }
  })

  test('is read in the code pages such lists come in', () => {
    const expected = { ok: true, value: { columns: ['Firma'], lines: [['Müller']] } }
    expect(readList(bytes('\ufeffFirma\nMüller'))).toEqual(expected)
    expect(readList(Uint8Array.from([...'Firma\nM'].map((letter) => letter.charCodeAt(0)).concat(0xfc, ...[...'ller'].map((letter) => letter.charCodeAt(0)))))).toEqual(expected)
    expect(readList(new Uint8Array(Buffer.from('\ufeffFirma\nMüller', 'utf16le')))).toEqual(expected)
  })

  test('is refused with a reason where it is no list', () => {
    const message = (list: Uint8Array): string => {
      const read = readList(list)
      return read.ok ? 'read' : read.error.message
    }
    expect(message(bytes(''))).toMatch(/no line of headings/)
    expect(message(bytes('Company\n'))).toMatch(/nothing below/)
    expect(message(Uint8Array.from([0x50, 0x4b, 3, 4, 0, 0, 0, 0]))).toMatch(/Save it as CSV/)
    expect(message(new Uint8Array(longestListBytes + 1))).toMatch(/larger than 10 MB/)
    expect(message(bytes(`Company\n${'x\n'.repeat(20_001)}`))).toMatch(/more than 20,000 lines/)
  })
})

describe('taking a list in', () => {
  let laptop: Laptop
  let progress: string[]
  let intake: IntakeService
  beforeEach(async () => {
    laptop = await new Laptop('anna').start()
    progress = []
    intake = new IntakeService({ ids: seededIds(5), clock: laptop.clock, onProgress: (done, of) => void progress.push(`${done}/${of}`) })
  })
  afterEach(() => laptop.remove())

  const text = 'Company,Website,Contact,Email,Industry\nHalm Dairy,halm.example,Bo,bo@halm.example,Cheese\nFenn,fenn.example,Ada,ada@fenn.example,Reed\nFenn,fenn.example,Ulf,ulf@fenn.example,\n'

  async function list(): Promise<Parameters<IntakeService['take']>> {
    const table = readList(bytes(text))
    if (!table.ok) throw new Error(table.error.message)
    return [table.value, guessMapping(table.value.columns), laptop.accounts]
  }

  test('makes what is new, adds to what is known, and says so before', async () => {
    const halm = await laptop.create('Halm Dairy Ltd')
    await laptop.edit(halm, { kind: 'set', at: 'profile', field: 'domain', value: 'halm.example' }, { kind: 'set', at: 'profile', field: 'industry', value: 'Milk' })
    const given = await list()
    expect(previewIntake(...given)).toMatchObject({ created: 1, extended: 1, people: 3, problemCount: 0 })
    const taken = await intake.take(...given)
    expect(taken).toMatchObject({ ok: true, value: { created: 1, extended: 1, people: 3 } })
    expect(progress).toEqual(['1/2', '2/2'])
    const known = await laptop.accounts.snapshot(halm)
    if (!known.ok) throw new Error(known.error.message)
    expect([known.value.profile.name, known.value.profile.industry, inOrder(known.value.people).map((person) => person.mail)]).toEqual(['Halm Dairy Ltd', 'Milk', ['bo@halm.example']])
    expect(laptop.accounts.rows().map((row) => [row.name, row.mails])).toContainEqual(['Fenn', ['ada@fenn.example', 'ulf@fenn.example']])
  })

  test('a second time changes nothing', async () => {
    await intake.take(...(await list()))
    expect(await intake.take(...(await list()))).toMatchObject({ ok: true, value: { created: 0, extended: 0, people: 0 } })
    expect(laptop.accounts.rows()).toHaveLength(2)
  })

  test('is one step back: what it made leaves the list, what it added goes, what was changed since stays', async () => {
    const halm = await laptop.create('Halm Dairy')
    await laptop.edit(halm, { kind: 'set', at: 'profile', field: 'domain', value: 'halm.example' })
    const taken = await intake.take(...(await list()))
    if (!taken.ok) throw new Error(taken.error.message)
    await laptop.edit(halm, { kind: 'set', at: 'profile', field: 'industry', value: 'Butter' })
    expect(await intake.undo(taken.value.intakeId, laptop.accounts)).toEqual({ ok: true, value: 2 })
    const known = await laptop.accounts.snapshot(halm)
    if (!known.ok) throw new Error(known.error.message)
    expect([known.value.profile.industry, inOrder(known.value.people)]).toEqual(['Butter', []])
    expect(laptop.accounts.rows().filter((row) => !row.isRemoved).map((row) => row.name)).toEqual(['Halm Dairy'])
    expect(await intake.undo(taken.value.intakeId, laptop.accounts)).toBeNull()
  })
})
