import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ensureDirectory } from './ensureDirectory'
import { JsonStore } from './JsonStore'
import { nodeDisk } from './nodeDisk'
import { CrashDisk } from './testing/CrashDisk'
import type { Disk } from './Disk'

interface Counter {
  readonly count: number
}

const nothing: Counter = { count: 0 }

function parse(plain: unknown): Counter | null {
  const { version, count }: Readonly<Record<string, unknown>> = typeof plain === 'object' && plain !== null ? { ...plain } : {}
  return (version === undefined || version === 1) && typeof count === 'number' ? { count } : null
}

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'json-store-'))
  path = join(folder, 'deep', 'counter.json')
})
afterEach(() => {
  rmSync(folder, { recursive: true })
})

const open = (disk: Disk = nodeDisk, at = path): Promise<JsonStore<Counter>> => JsonStore.open(disk, at, parse, nothing)

async function countTo(store: JsonStore<Counter>, count: number): Promise<void> {
  store.update(() => ({ count }))
  expect(await store.flush()).toEqual({ ok: true, value: undefined })
}

test('what was changed and flushed is there at the next start', async () => {
  const store = await open()
  expect([store.get(), store.source]).toEqual([nothing, 'fallback'])
  await countTo(store, 1)
  await countTo(store, 2)
  const again = await open()
  expect([again.get(), again.source]).toEqual([{ count: 2 }, 'file'])
})

test('changes reach the disk by themselves, a burst of them in one write', async () => {
  const store = await open()
  for (let count = 1; count <= 50; count++) store.update(() => ({ count }))
  expect(store.get().count).toBe(50)
  await vi.waitFor(() => expect(existsSync(path)).toBe(true), { timeout: 5_000 })
  expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual({ count: 50 })
  expect(existsSync(`${path}.bak`)).toBe(false)
})

test.each([
  ['cut off', '{"cou'],
  ['of a later version', '{"version":2,"count":9}'],
  ['empty', ''],
])('a file that is %s gives way to the content before it, and does not become the backup', async (_what, content) => {
  const store = await open()
  await countTo(store, 1)
  await countTo(store, 2)
  writeFileSync(path, content)
  const again = await open()
  expect([again.get(), again.source]).toEqual([{ count: 1 }, 'backup'])
  await countTo(again, 3)
  expect(JSON.parse(readFileSync(`${path}.bak`, 'utf8'))).toEqual({ count: 1 })
  rmSync(path)
  rmSync(`${path}.bak`)
  expect((await open()).source).toBe('fallback')
})

test('a refused write keeps the change, and the next flush writes it', async () => {
  let isFull = true
  const disk: Disk = { ...nodeDisk, createFile: (at) => (isFull ? Promise.resolve({ ok: false, error: { kind: 'diskFull' } }) : nodeDisk.createFile(at)) }
  const store = await open(disk, join(folder, 'counter.json'))
  store.update(() => ({ count: 7 }))
  expect(await store.flush()).toEqual({ ok: false, error: { kind: 'diskFull' } })
  expect(store.get().count).toBe(7)
  isFull = false
  expect((await store.flush()).ok).toBe(true)
  expect(statSync(join(folder, 'counter.json')).size).toBeGreaterThan(0)
})

test('whenever the power fails during a write, the old or the new content is read afterwards', async () => {
  for (let call = 1; ; call++) {
    const disk = new CrashDisk()
    await ensureDirectory(disk, '/db')
    const store = await open(disk, '/db/counter.json')
    await countTo(store, 1)
    await countTo(store, 2)
    const before = disk.callCount
    disk.plan = ({ number }) => (number === before + call ? { kind: 'crash' } : null)
    store.update(() => ({ count: 3 }))
    const isDone = await Promise.race([store.flush().then(() => true), disk.crashed.then(() => false)])
    for (const survival of [{ kind: 'forget' }, { kind: 'keep' }] as const) {
      const found = await open(disk.afterCrash(survival), '/db/counter.json')
      expect(isDone ? [3] : [2, 3]).toContain(found.get().count)
    }
    if (isDone) return
  }
})
