import { expect, test } from 'vitest'
import { FixedClock } from '#shared/testing/FixedClock'
import { CrashDisk } from '../../platform/testing/CrashDisk'
import { eager, TeamFolder, textDocuments, textsInAccount } from '../testing/TeamFolder'
import { newVault, record, reopened, testId, testWorld } from '../testing/vaultWorld'
import type { Vault } from '../Vault'
import type { CompactionOutcome, CompactionPorts } from './CompactionPorts'

const accounts = [testId(), testId()]
const day = 24 * 60 * 60 * 1000

async function write(vault: Vault, from: number, count: number): Promise<void> {
  for (let index = from; index < from + count; index++) {
    await vault.append([record(accounts[index % 2] ?? '', `edit ${index} by ${vault.deviceId}`)])
    await vault.seal()
  }
}

function portsOf(vault: Vault, folder: TeamFolder): CompactionPorts {
  return { documents: textDocuments(vault), remote: folder.remoteFor(vault) }
}

async function compact(vault: Vault, folder: TeamFolder, order = eager): Promise<CompactionOutcome> {
  await folder.exchange(vault)
  return vault.compact(portsOf(vault, folder), order)
}

/** Writes and compacts until the first packs are retired; `others` take part in every exchange. */
async function untilRetired(vault: Vault, folder: TeamFolder, others: readonly Vault[]): Promise<{ readonly outcome: CompactionOutcome; readonly written: number }> {
  for (let written = 0; written < 60; written += 2) {
    await write(vault, written, 2)
    for (const other of [vault, ...others]) await folder.exchange(other)
    const outcome = await compact(vault, folder)
    if (outcome.kind === 'retired') return { outcome, written: written + 2 }
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome))
  }
  throw new Error('Nothing was ever retired')
}

async function everything(vault: Vault): Promise<readonly string[]> {
  return (await Promise.all(accounts.map((accountId) => textsInAccount(vault, accountId)))).flat()
}

test('below the threshold nothing happens', async () => {
  const vault = await newVault(testWorld(new CrashDisk()))
  const folder = new TeamFolder()
  await write(vault, 0, 3)
  expect(await compact(vault, folder)).toEqual({ kind: 'nothing' })
  expect(vault.ownPacks()).toHaveLength(3)
  await vault.close()
})

test('bases stand for the packs before them; the first generation retires nothing', async () => {
  const vault = await newVault(testWorld(new CrashDisk()))
  const folder = new TeamFolder()
  await write(vault, 0, 4)
  expect(await compact(vault, folder)).toEqual({ kind: 'based', packs: 1, accounts: 2, through: 4 })
  expect(folder.seqsOf(vault.deviceId)).toEqual([1, 2, 3, 4, 5])
  expect(await compact(vault, folder)).toEqual({ kind: 'nothing' })
  await vault.close()
})

test('after two generations the oldest packs go, everywhere on purpose, and a new laptop has everything from the bases', async () => {
  const folder = new TeamFolder()
  const disk = new CrashDisk()
  const [kim, sam] = [await newVault(testWorld(disk)), await newVault(testWorld(new CrashDisk()))]
  const { outcome, written } = await untilRetired(kim, folder, [sam])
  expect(outcome).toMatchObject({ kind: 'retired', through: 4 })
  expect(folder.seqsOf(kim.deviceId)[0]).toBe(5)
  expect(kim.streams()[0]).toMatchObject({ retiredThrough: 4, holes: [] })
  const expected = await everything(kim)
  expect(expected).toHaveLength(written)

  // Sam holds the retired packs still, learns that they are, and does not put them back.
  for (const vault of [sam, kim, sam, kim]) await folder.exchange(vault)
  expect(folder.seqsOf(kim.deviceId)[0]).toBe(5)
  expect(sam.notices()).toEqual([])
  expect(await everything(sam)).toEqual(expected)

  const fresh = await newVault(testWorld(new CrashDisk()))
  await folder.exchange(fresh)
  expect(await everything(fresh)).toEqual(expected)
  expect(fresh.streams().find(({ deviceId }) => deviceId === kim.deviceId)).toMatchObject({ watermark: kim.streams()[0]?.newest, holes: [] })

  await kim.close()
  const again = await reopened(testWorld(disk))
  expect(await everything(again)).toEqual(expected)
  expect(again.notices()).toEqual([])
  const report = await again.verify()
  expect(report.ok && report.value.problems).toEqual([])
  await write(again, written, 1)
  expect(await everything(again)).toHaveLength(written + 1)
  await Promise.all([again.close(), sam.close(), fresh.close()])
})

test('what a laptop said in packs that are gone is said again with the bases', async () => {
  const folder = new TeamFolder()
  const disk = new CrashDisk()
  const [kim, sam] = [await newVault(testWorld(disk)), await newVault(testWorld(new CrashDisk()))]
  await write(sam, 0, 1)
  await folder.exchange(sam)
  // Heard once, in the first days, and Sam has been away since.
  await folder.exchange(kim)
  for (let round = 0; round < 6 && kim.streams()[0]?.retiredThrough === 0; round++) {
    await write(kim, round * 4, 4)
    await folder.exchange(kim)
    await kim.compact(portsOf(kim, folder), { ...eager, activeMs: -1 })
  }
  expect(kim.streams()[0]?.retiredThrough).toBeGreaterThan(0)
  const fresh = await newVault(testWorld(new CrashDisk()))
  await folder.exchange(fresh)
  expect(fresh.vectors().get(kim.deviceId)?.get(sam.deviceId)).toMatchObject({ newest: 1, holes: [] })
  await kim.close()
  const again = await reopened(testWorld(disk))
  expect(await again.publishVector(0)).toEqual({ ok: true, value: 0 })
  await Promise.all([again.close(), sam.close(), fresh.close()])
})

/** A laptop whose colleague was heard once, with a clock that says whatever it is told. */
async function leftAlone(folder: TeamFolder): Promise<{ readonly kim: Vault; readonly clock: FixedClock }> {
  const clock = new FixedClock()
  const [kim, sam] = [await newVault({ ...testWorld(new CrashDisk()), clock }), await newVault(testWorld(new CrashDisk()))]
  await write(sam, 0, 1)
  await folder.exchange(sam)
  await folder.exchange(kim)
  await sam.close()
  return { kim, clock }
}

const later = (clock: FixedClock, days: number): void => clock.set(new Date(Date.parse(clock.now()) + days * day).toISOString())

test('whoever works on alone for months has old packs retired too', async () => {
  const folder = new TeamFolder()
  const { kim, clock } = await leftAlone(folder)
  const outcomes: string[] = []
  for (let today = 0; today < 150; today++) {
    later(clock, 1)
    await write(kim, today, 1)
    outcomes.push((await compact(kim, folder, { ...eager, threshold: 20, keepMs: 30 * day, activeMs: 90 * day })).kind)
  }
  expect(outcomes.indexOf('retired')).toBeGreaterThan(90)
  expect(outcomes).not.toContain('refused')
  await kim.close()
})

test('a clock that jumps a year ahead retires nothing', async () => {
  const folder = new TeamFolder()
  const { kim, clock } = await leftAlone(folder)
  const outcomes: string[] = []
  for (let round = 0; round < 8; round++) {
    if (round === 4) later(clock, 400)
    await write(kim, round * 5, 5)
    outcomes.push((await compact(kim, folder, { ...eager, keepMs: 30 * day, activeMs: 90 * day })).kind)
  }
  expect(new Set(outcomes)).toEqual(new Set(['based']))
  await kim.close()
})

test('nothing is retired before 30 days have passed and before everybody has said that they have it', async () => {
  const folder = new TeamFolder()
  const [kim, sam] = [await newVault(testWorld(new CrashDisk())), await newVault(testWorld(new CrashDisk()))]
  await write(sam, 0, 1)
  await folder.exchange(sam)
  const outcomes: CompactionOutcome[] = []
  for (let round = 0; round < 5; round++) {
    await write(kim, round * 4, 4)
    outcomes.push(await compact(kim, folder))
  }
  expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['based']))
  await folder.exchange(sam)
  await folder.exchange(sam)
  expect((await compact(kim, folder, { ...eager, keepMs: 30 * day })).kind).toBe('nothing')
  // Sam has written since and said what came; that is enough once the time is over.
  expect((await compact(kim, folder)).kind).toBe('retired')
  await Promise.all([kim.close(), sam.close()])
})

test('while a document waits for changes nothing is written and nothing goes', async () => {
  const folder = new TeamFolder()
  const vault = await newVault(testWorld(new CrashDisk()))
  await write(vault, 0, 6)
  await folder.exchange(vault)
  const ports = portsOf(vault, folder)
  const waiting: CompactionPorts = { ...ports, documents: { ...ports.documents, save: (accountId) => (accountId === accounts[1] ? Promise.resolve({ kind: 'waiting' }) : ports.documents.save(accountId)) } }
  const before = vault.ownPacks().length
  expect(await vault.compact(waiting, { ...eager, restMs: day })).toEqual({ kind: 'refused', reason: { kind: 'notWhole', accountId: accounts[1] } })
  expect(await vault.compact(ports, { ...eager, restMs: day })).toEqual({ kind: 'nothing' })
  expect(vault.ownPacks()).toHaveLength(before)
  expect((await vault.compact(ports, eager)).kind).toBe('based')
  await vault.close()
})

test('a base that lacks a change retires nothing', async () => {
  const folder = new TeamFolder()
  const vault = await newVault(testWorld(new CrashDisk()))
  await write(vault, 0, 6)
  const ports = portsOf(vault, folder)
  const forgetful: CompactionPorts = {
    ...ports,
    documents: { ...ports.documents, save: async (accountId) => ({ kind: 'saved', bytes: new TextEncoder().encode(JSON.stringify((await textsInAccount(vault, accountId)).slice(1))) }) },
  }
  const outcomes: CompactionOutcome[] = []
  for (let round = 0; round < 6; round++) {
    await folder.exchange(vault)
    outcomes.push(await vault.compact(forgetful, eager))
    await write(vault, 6 + round * 4, 4)
  }
  expect(outcomes.every((outcome) => outcome.kind === 'refused' && outcome.reason.kind === 'notCovered')).toBe(true)
  expect(folder.seqsOf(vault.deviceId)[0]).toBe(1)
  await vault.close()
})

test('a base that is damaged on the remote is put there again before anything goes, and where that fails nothing goes', async () => {
  const folder = new TeamFolder()
  const vault = await newVault(testWorld(new CrashDisk()))
  const ports = portsOf(vault, folder)
  for (let round = 0; round < 2; round++) {
    await write(vault, round * 4, 4)
    expect((await compact(vault, folder)).kind).toBe('based')
  }
  const base = vault.ownPacks()[4]
  if (base === undefined) throw new Error('No base')
  const whole = folder.files.get(folder.pathOf(base)) ?? new Uint8Array()
  folder.files.set(folder.pathOf(base), whole.slice(0, 40))
  const refusing: CompactionPorts = { ...ports, remote: { ...ports.remote, put: () => Promise.resolve({ ok: true, value: undefined }) } }
  expect(await vault.compact(refusing, eager)).toEqual({ kind: 'refused', reason: { kind: 'readBackDiffers', seq: 5 } })
  expect(folder.seqsOf(vault.deviceId)).toContain(1)
  expect((await vault.compact(ports, eager)).kind).toBe('retired')
  expect(folder.files.get(folder.pathOf(base))).toEqual(whole)
  await vault.close()
})

test('a colleague who missed the word puts packs back; they go again, and nobody is left without anything', async () => {
  const folder = new TeamFolder()
  const [kim, sam] = [await newVault(testWorld(new CrashDisk())), await newVault(testWorld(new CrashDisk()))]
  await untilRetired(kim, folder, [sam])
  const old = sam.packs(kim.deviceId).find(({ seq }) => seq === 2)
  if (old === undefined) throw new Error('Sam should hold it')
  const bytes = await sam.readPack(kim.deviceId, 2)
  if (!bytes.ok) throw new Error('Sam should hold it')
  folder.files.set(folder.pathOf(old), bytes.value)
  const expected = await everything(kim)
  expect((await kim.receive(bytes.value)).ok).toBe(true)
  expect(await everything(kim)).toEqual(expected)
  expect(await compact(kim, folder)).toMatchObject({ kind: 'retired', packs: 1 })
  expect(folder.seqsOf(kim.deviceId)).not.toContain(2)
  expect(await everything(kim)).toEqual(expected)
  await Promise.all([kim.close(), sam.close()])
})
