import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { CrashDisk } from '../../platform/testing/CrashDisk'
import { newVault, record, reopened, testId, testWorkspace, testWorld, textsOf } from '../testing/vaultWorld'
import type { Vault } from '../Vault'
import { decodeVector, encodeVector, isStored, isStoredThrough, type StoredThrough } from './DeviceVector'

const account = testId()

async function write(vault: Vault, text: string): Promise<void> {
  await vault.append([record(account, text)])
  await vault.seal()
}

/** Carries packs as a team folder would; `except` are numbers that do not arrive. */
async function carry(from: Vault, to: Vault, except: readonly number[] = []): Promise<void> {
  for (const { deviceId } of from.streams()) {
    for (const pack of from.packs(deviceId)) {
      if (deviceId === to.deviceId || except.includes(pack.seq)) continue
      const bytes = await from.readPack(deviceId, pack.seq, pack.sha)
      if (bytes.ok) await to.receive(bytes.value)
    }
  }
}

async function team(): Promise<{ readonly kim: Vault; readonly sam: Vault }> {
  return { kim: await newVault(testWorld(new CrashDisk())), sam: await newVault(testWorld(new CrashDisk())) }
}

test('a vector comes back as it was, and claims nothing of numbers it does not name', () => {
  const stored = fc.array(fc.integer({ min: 1, max: 40 }), { maxLength: 12 }).map((numbers) => {
    const starts = [...new Set(numbers)].sort((a, b) => a - b).filter((start, index, all) => index === 0 || start > (all[index - 1] ?? 0) + 1)
    return { newest: 60, holes: starts.map((start) => ({ from: start, to: start })) }
  })
  fc.assert(
    fc.property(fc.array(stored, { maxLength: 5 }), (streams) => {
      const vector = new Map(streams.map((one) => [testId(), one]))
      expect(decodeVector(encodeVector(vector))).toEqual(vector)
      for (const one of streams) {
        const holes = new Set(one.holes.map(({ from }) => from))
        for (let seq = 1; seq <= 62; seq++) expect(isStored(one, seq)).toBe(seq <= 60 && !holes.has(seq))
        expect(isStoredThrough(one, 60)).toBe(holes.size === 0)
      }
    }),
  )
})

test.each([
  ['{"format":2,"stored":{}}'],
  ['{"format":1,"stored":{"kim":{"newest":1}}}'],
  [`{"format":1,"stored":{"${testId()}":{"newest":3,"holes":[[3,2]]}}}`],
  [`{"format":1,"stored":{"${testId()}":{"newest":3,"holes":[[2,4]]}}}`],
  ['no json'],
])('%s is no vector', (text) => {
  expect(decodeVector(new TextEncoder().encode(text))).toBeNull()
})

test('whoever has stored a pack says so with the next own pack, and the first laptop knows who has it', async () => {
  const { kim, sam } = await team()
  await write(kim, 'from Kim')
  await write(sam, 'Sam has not heard of Kim')
  await carry(sam, kim)
  expect(kim.whoHas(1)).toEqual({ of: [sam.deviceId], have: [] })

  await carry(kim, sam)
  await write(sam, 'Sam has heard of Kim')
  await carry(sam, kim)
  expect(kim.whoHas(1)).toEqual({ of: [sam.deviceId], have: [sam.deviceId] })
  expect(kim.whoHas(2)).toEqual({ of: [sam.deviceId], have: [] })
  expect(kim.vectors().get(sam.deviceId)?.get(kim.deviceId)).toMatchObject({ newest: 1, holes: [] })
  expect(kim.accountIds()).toEqual([account])
  await Promise.all([kim.close(), sam.close()])
})

test('a laptop on which nobody writes tells once what came, and two idle laptops fall silent', async () => {
  const { kim, sam } = await team()
  await write(kim, 'from Kim')
  let [packs, rounds] = [0, 0]
  for (let quiet = 0; quiet < 2; rounds++) {
    await carry(kim, sam)
    await carry(sam, kim)
    const made = [await kim.publishVector(0), await sam.publishVector(0)].reduce((sum, one) => sum + (one.ok ? one.value : 0), 0)
    packs += made
    quiet = made === 0 ? quiet + 1 : 0
  }
  expect(packs).toBe(1)
  expect(rounds).toBeLessThan(5)
  expect(kim.whoHas(1).have).toEqual([sam.deviceId])
  await Promise.all([kim.close(), sam.close()])
})

test('a pack with nothing but a vector is written at most once in the given time', async () => {
  const { kim, sam } = await team()
  const hour = 60 * 60 * 1000
  await write(kim, 'one')
  await carry(kim, sam)
  expect(await sam.publishVector(hour)).toEqual({ ok: true, value: 1 })
  await write(kim, 'two')
  await carry(kim, sam)
  expect(await sam.publishVector(hour)).toEqual({ ok: true, value: 0 })
  expect(await sam.publishVector(0)).toEqual({ ok: true, value: 1 })
  await Promise.all([kim.close(), sam.close()])
})

test('a pack that somebody misses is known to whoever holds it, until it has come', async () => {
  const { kim, sam } = await team()
  for (const text of ['one', 'two', 'three']) await write(kim, text)
  await carry(kim, sam, [2])
  await sam.publishVector(0)
  await carry(sam, kim)
  expect(kim.vectors().get(sam.deviceId)?.get(kim.deviceId)).toMatchObject({ newest: 3, holes: [{ from: 2, to: 2 }] })
  expect(kim.lackedByOthers().map(({ seq }) => seq)).toEqual([2])
  expect(kim.whoHas(2).have).toEqual([])
  await carry(kim, sam)
  await sam.publishVector(0)
  await carry(sam, kim)
  expect(kim.lackedByOthers()).toEqual([])
  expect(kim.whoHas(2).have).toEqual([sam.deviceId])
  await Promise.all([kim.close(), sam.close()])
})

test('what was said is still known after a restart, and not said again', async () => {
  const world = testWorld(new CrashDisk())
  const sam = await newVault(world)
  const kim = await newVault(testWorld(new CrashDisk()))
  await write(kim, 'from Kim')
  await carry(kim, sam)
  await sam.publishVector(0)
  await carry(sam, kim)
  await sam.close()
  const again = await reopened(world)
  expect(await again.publishVector(0)).toEqual({ ok: true, value: 0 })
  await write(again, 'from Sam')
  expect(again.ownPacks()).toHaveLength(2)
  await Promise.all([kim.close(), again.close()])
})

test('rows travel with the changes of their accounts and are announced, and alone they make no account', async () => {
  const { kim, sam } = await team()
  const other = testId()
  const rows = new Map([[account, 'Acme, 3 unknowns']])
  kim.provideRows((accountId) => (rows.has(accountId) ? new TextEncoder().encode(rows.get(accountId)) : null))
  const heard: string[] = []
  sam.onReceived((pack) => heard.push(...pack.rows.map((row) => `${row.accountId === account ? 'account' : 'other'}: ${new TextDecoder().decode(row.bytes)}`)))
  await kim.append([record(account, 'a change'), record(other, 'a change without a row')])
  await kim.seal()
  rows.set(account, 'Acme, 2 unknowns')
  await write(kim, 'another change')
  await kim.append([record(testId(), 'a row without an account', 'row')])
  await kim.seal()
  await carry(kim, sam)
  expect(heard).toEqual(['account: Acme, 3 unknowns', 'account: Acme, 2 unknowns', 'other: a row without an account'])
  expect([...sam.accountIds()].sort()).toEqual([account, other].sort())
  const newest = await sam.newestRow(account)
  expect(newest.ok && new TextDecoder().decode(newest.value ?? undefined)).toBe('Acme, 2 unknowns')
  expect(await sam.newestRow(other)).toEqual({ ok: true, value: null })
  expect((await textsOf(sam, account)).filter((text) => text.endsWith('change'))).toHaveLength(2)
  await Promise.all([kim.close(), sam.close()])
})

test('what somebody makes up about a million packs and ten thousand laptops costs neither time nor memory', async () => {
  const { kim, sam } = await team()
  const madeUp = Array.from({ length: 1500 }, (): readonly [string, StoredThrough] => [testId(), { newest: 25_599_999, holes: [{ from: 1, to: 25_599_998 }] }])
  const about = new Map<string, StoredThrough>([...madeUp, [kim.deviceId, { newest: 25_599_999, holes: [{ from: 2, to: 25_599_998 }] }]])
  await sam.append([record(testWorkspace.workspaceId, encodeVector(about), 'vector'), record(account, new Uint8Array(20_000), 'row')])
  await sam.seal()
  for (const text of ['one', 'two', 'three']) await write(kim, text)
  const heard: number[] = []
  kim.onReceived(({ rows }) => heard.push(rows.length))
  await carry(sam, kim)
  expect(heard).toEqual([0])
  expect(kim.lackedByOthers().map(({ seq }) => seq)).toEqual([2, 3])
  expect(kim.accountIds()).toEqual([account])
  await Promise.all([kim.close(), sam.close()])
})

test('five idle laptops fall silent after one edit, each having said once what came', async () => {
  const laptops = await Promise.all(Array.from({ length: 5 }, () => newVault(testWorld(new CrashDisk()))))
  const [first] = laptops
  if (first === undefined) throw new Error('No laptop')
  await write(first, 'the only edit')
  let [packs, quiet] = [0, 0]
  for (let round = 0; quiet < 2 && round < 20; round++) {
    let made = 0
    for (const one of laptops) {
      for (const other of laptops) if (other !== one) await carry(one, other)
      const published = await one.publishVector(0)
      made += published.ok ? published.value : 0
    }
    packs += made
    quiet = made === 0 ? quiet + 1 : 0
  }
  expect(quiet).toBe(2)
  expect(packs).toBe(4)
  for (const one of laptops) for (const other of laptops) if (other !== one) await carry(one, other)
  expect(first.whoHas(1).have).toHaveLength(4)
  await Promise.all(laptops.map((one) => one.close()))
})

test('with rows beside the changes packs stay below 512 KB', async () => {
  const kim = await newVault(testWorld(new CrashDisk()))
  kim.provideRows(() => new Uint8Array(8_000).fill(32))
  await kim.append(Array.from({ length: 400 }, () => record(testId(), 'x'.repeat(300))))
  await kim.seal()
  const packs = kim.ownPacks()
  expect(packs.length).toBeGreaterThan(5)
  expect(Math.max(...packs.map(({ bytes }) => bytes))).toBeLessThanOrEqual(512 * 1024)
  await kim.close()
})
