import { expect, test } from 'vitest'
import { CrashDisk } from '../platform/testing/CrashDisk'
import { newVault, record, reopened, testId, testWorkspace, testWorld, textsOf } from './testing/vaultWorld'
import { Vault, type ReceivedPack } from './Vault'

const account = testId()
const other = testId()

test('what was appended is there after a restart, whether or not it was sealed', async () => {
  const world = testWorld(new CrashDisk())
  const vault = await newVault(world)
  expect(await vault.append([record(account, 'one'), record(other, 'elsewhere')])).toEqual({ ok: true, value: undefined })
  expect(await vault.seal()).toEqual({ ok: true, value: 1 })
  expect((await vault.append([record(account, 'two', 'row')])).ok).toBe(true)
  await vault.close()

  const again = await reopened(world)
  expect(await textsOf(again, account)).toEqual(['one', 'two'])
  expect(await textsOf(again, other)).toEqual(['elsewhere'])
  expect([...again.accountIds()].sort()).toEqual([account, other].sort())
  expect(again).toMatchObject({ workspaceId: testWorkspace.workspaceId, name: testWorkspace.name, deviceId: vault.deviceId })
  expect(again.notices()).toEqual([])
  await again.close()
})

test('an account is read in order while its records move from the log into packs', async () => {
  const vault = await newVault(testWorld(new CrashDisk()))
  const expected: string[] = []
  for (let index = 0; index < 20; index++) {
    expected.push(`edit ${index}`)
    await vault.append([record(account, `edit ${index}`)])
    const [sealed, texts] = await Promise.all([index % 5 === 4 ? vault.seal() : null, textsOf(vault, account)])
    expect(sealed?.ok ?? true).toBe(true)
    expect(texts).toEqual(expected)
  }
  expect(vault.ownPacks()).toHaveLength(4)
  await vault.close()
})

test('a pack of another laptop is stored, announced once and read with the own records', async () => {
  const sender = await newVault(testWorld(new CrashDisk()))
  await sender.append([record(account, 'from Sam')])
  await sender.seal()
  const pack = await sender.readPack(sender.deviceId, 1)
  if (!pack.ok) throw new Error('No pack')

  const world = testWorld(new CrashDisk())
  const vault = await newVault(world)
  const announced: ReceivedPack[] = []
  vault.onReceived((received) => announced.push(received))
  await vault.append([record(account, 'from Kim')])
  const first = await vault.receive(pack.value)
  const second = await vault.receive(pack.value)
  expect(first).toEqual({ ok: true, value: { deviceId: sender.deviceId, seq: 1, accountIds: [account], alreadyHeld: false } })
  expect(second.ok && second.value.alreadyHeld).toBe(true)
  expect(announced).toHaveLength(1)
  await vault.close()

  const again = await reopened(world)
  expect([...(await textsOf(again, account))].sort()).toEqual(['from Kim', 'from Sam'])
  expect(again.streams().find((stream) => stream.deviceId === sender.deviceId)).toMatchObject({ watermark: 1, holes: [] })
  await again.close()
})

test('a folder that is no vault is told apart from one that is', async () => {
  const world = testWorld(new CrashDisk())
  expect(await Vault.open(world, '/vault')).toEqual({ ok: false, error: { kind: 'missing' } })
  const vault = await newVault(world)
  expect(await Vault.create(world, '/vault', testWorkspace)).toEqual({ ok: false, error: { kind: 'other', code: 'EEXIST' } })
  expect(await Vault.open(world, '/vault')).toMatchObject({ ok: false, error: { kind: 'held', pid: process.pid } })
  await vault.close()
})
