import { expect, test } from 'vitest'
import { CrashDisk } from '../platform/testing/CrashDisk'
import { endLockHolder, newVault, record, reopened, testId, testWorkspace, testWorld, textsOf } from './testing/vaultWorld'
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
  expect(first).toEqual({ ok: true, value: { deviceId: sender.deviceId, seq: 1, accountIds: [account], rows: [], alreadyHeld: false } })
  expect(second.ok && second.value.alreadyHeld).toBe(true)
  expect(announced).toHaveLength(1)
  await vault.close()

  const again = await reopened(world)
  expect([...(await textsOf(again, account))].sort()).toEqual(['from Kim', 'from Sam'])
  expect(again.streams().find((stream) => stream.deviceId === sender.deviceId)).toMatchObject({ watermark: 1, holes: [] })
  await again.close()
})

test('sealing leaves alone what was logged beside it, also in a file that was ended by a failure', async () => {
  const disk = new CrashDisk()
  const vault = await newVault(testWorld(disk))
  await vault.append([record(account, 'one')])
  let logIsFailing = false
  let letGo = (): void => undefined
  const gate = new Promise<void>((resolve) => (letGo = resolve))
  let packIsThere = (): void => undefined
  const packing = new Promise<void>((resolve) => (packIsThere = resolve))
  const syncDirectory = disk.syncDirectory.bind(disk)
  disk.syncDirectory = async (path) => {
    if (path.endsWith('/00000')) {
      packIsThere()
      await gate
    }
    return syncDirectory(path)
  }
  disk.plan = ({ name }) => (logIsFailing && name === 'syncData' ? { kind: 'fail', code: 'EIO' } : null)
  const sealing = vault.seal()
  await packing
  expect((await vault.append([record(account, 'two')])).ok).toBe(true)
  logIsFailing = true
  expect((await vault.append([record(account, 'three')])).ok).toBe(false)
  logIsFailing = false
  letGo()
  expect(await sealing).toEqual({ ok: true, value: 1 })
  const after = disk.afterCrash({ kind: 'forget' })
  await endLockHolder(after)
  const again = await reopened(testWorld(after))
  expect(await textsOf(again, account)).toEqual(['one', 'two'])
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

test('packs stay below 512 KB, and one record that is larger travels alone', async () => {
  const vault = await newVault(testWorld(new CrashDisk()))
  const sizes = [...Array.from({ length: 40 }, () => 30_000), 700_000, 100]
  for (const size of sizes) expect((await vault.append([record(account, new Uint8Array(size).fill(7))])).ok).toBe(true)
  await vault.seal()
  const packs = vault.ownPacks()
  expect(packs.filter((pack) => pack.bytes > 512 * 1024)).toHaveLength(1)
  const records = await vault.readAccount(account)
  expect(records.ok && records.value.map(({ bytes }) => bytes.length)).toEqual(sizes)
  await vault.close()
})

test('a record that no remote could carry is refused, and with it all of its append', async () => {
  const vault = await newVault(testWorld(new CrashDisk()))
  const tooLarge = new Uint8Array(8 * 1024 * 1024)
  expect(await vault.append([record(account, 'small'), record(account, tooLarge)])).toEqual({
    ok: false,
    error: { kind: 'tooLarge', bytes: tooLarge.length, limit: 8 * 1024 * 1024 - 64 * 1024 },
  })
  expect(await textsOf(vault, account)).toEqual([])
  const largest = new Uint8Array(8 * 1024 * 1024 - 64 * 1024)
  expect((await vault.append([record(account, largest)])).ok).toBe(true)
  await vault.seal()
  expect(vault.ownPacks()).toHaveLength(1)
  await vault.close()
})

test('a long import does not wait for sealing, and is sealed on the way', async () => {
  const world = testWorld(new CrashDisk())
  const vault = await newVault(world)
  const accounts = Array.from({ length: 60 }, testId)
  await Promise.all(accounts.map((accountId) => vault.append([record(accountId, new Uint8Array(17_500).fill(1)), record(accountId, 'row', 'row')])))
  await vault.close()
  const again = await reopened(world)
  expect(again.stats()).toMatchObject({ accounts: 60, unsealedRecords: 0 })
  expect(again.ownPacks().length).toBeGreaterThan(1)
  for (const accountId of accounts) expect(await textsOf(again, accountId)).toHaveLength(2)
  await again.close()
})

test('an append that is under way when the vault is closed is finished; later ones are refused', async () => {
  const world = testWorld(new CrashDisk())
  const vault = await newVault(world)
  const underWay = vault.append([record(account, 'under way')])
  const closing = vault.close()
  expect(await vault.append([record(account, 'too late')])).toEqual({ ok: false, error: { kind: 'closed' } })
  expect((await underWay).ok).toBe(true)
  await closing
  await vault.close()
  const again = await reopened(world)
  expect(await textsOf(again, account)).toEqual(['under way'])
  await again.close()
})

test('bytes handed to the vault may be used again by the caller, and bytes it gives are the receiver’s own', async () => {
  const vault = await newVault(testWorld(new CrashDisk()))
  const bytes = new TextEncoder().encode('original')
  const appended = vault.append([record(account, bytes)])
  bytes.fill(0)
  await appended
  const first = await vault.readAccount(account)
  if (first.ok) first.value[0]?.bytes.fill(0)
  expect(await textsOf(vault, account)).toEqual(['original'])
  await vault.close()
})

test('a record without a proper account id is a bug and touches nothing', async () => {
  const vault = await newVault(testWorld(new CrashDisk()))
  await expect(vault.append([record('Acme', 'x')])).rejects.toThrow('account')
  expect((await vault.append([record(account, 'x')])).ok).toBe(true)
  await vault.close()
})

test('the workspace keeps its new name and folder for account files', async () => {
  const world = testWorld(new CrashDisk())
  const vault = await newVault(world)
  await vault.changeWorkspace({ name: 'Alpine team', accountFolder: '/mnt/accounts' })
  await vault.close()
  const again = await reopened(world)
  expect(again).toMatchObject({ name: 'Alpine team', accountFolder: '/mnt/accounts' })
  await again.close()
})

test('a crash leaves no half-written files lying about', async () => {
  const disk = new CrashDisk()
  const vault = await newVault(testWorld(disk))
  await vault.append([record(account, 'one')])
  await vault.seal()
  const bucket = `/vault/spaces/${testWorkspace.workspaceId}/d/${vault.deviceId}/00000`
  await vault.close()
  for (const folder of ['/vault', '/vault/wal', bucket]) await disk.createFile(`${folder}/~1234.tmp`)
  const again = await reopened(testWorld(disk))
  for (const folder of ['/vault', '/vault/wal', bucket]) expect((await disk.stat(`${folder}/~1234.tmp`)).ok).toBe(false)
  await again.close()
})
