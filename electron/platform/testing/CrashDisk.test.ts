import { expect, test } from 'vitest'
import type { DiskFile } from '../Disk'
import { replaceFile } from '../replaceFile'
import { CrashDisk } from './CrashDisk'

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

async function file(disk: CrashDisk, path: string): Promise<DiskFile> {
  const created = await disk.createFile(path)
  if (!created.ok) throw new Error(created.error.kind)
  return created.value
}

async function textOf(disk: CrashDisk, path: string): Promise<string | null> {
  const read = await disk.readFile(path)
  return read.ok ? new TextDecoder().decode(read.value) : null
}

test('content that was not flushed is forgotten, and so is a name', async () => {
  const disk = new CrashDisk()
  const named = await file(disk, '/named')
  await named.write(bytes('flushed'), 0)
  await named.sync()
  await disk.syncDirectory('/')
  await named.write(bytes('NOT YET'), 0)
  const unnamed = await file(disk, '/unnamed')
  await unnamed.write(bytes('x'), 0)
  await unnamed.sync()
  const after = disk.afterCrash({ kind: 'forget' })
  expect(await textOf(after, '/named')).toBe('flushed')
  expect(await textOf(after, '/unnamed')).toBeNull()
  expect(await textOf(disk.afterCrash({ kind: 'keep' }), '/named')).toBe('NOT YET')
})

test('a flush that failed is not made good by a later one', async () => {
  const disk = new CrashDisk()
  const log = await file(disk, '/log')
  await disk.syncDirectory('/')
  await log.write(bytes('first'), 0)
  disk.plan = ({ name }) => (name === 'sync' ? { kind: 'fail', code: 'EIO' } : null)
  expect(await log.sync()).toEqual({ ok: false, error: { kind: 'other', code: 'EIO' } })
  disk.plan = () => null
  expect((await log.sync()).ok).toBe(true)
  expect(await textOf(disk, '/log')).toBe('first')
  expect(await textOf(disk.afterCrash({ kind: 'forget' }), '/log')).toBe('')
})

test('a full disk keeps the beginning of a write', async () => {
  const disk = new CrashDisk()
  const log = await file(disk, '/log')
  disk.plan = () => ({ kind: 'fail', code: 'ENOSPC' })
  expect(await log.write(bytes('abcdef'), 0)).toEqual({ ok: false, error: { kind: 'diskFull' } })
  disk.plan = () => null
  expect(await textOf(disk, '/log')).toBe('abc')
})

test('after a crash nothing answers any more', async () => {
  const disk = new CrashDisk()
  disk.plan = ({ number }) => (number === 2 ? { kind: 'crash' } : null)
  await disk.makeDirectory('/a')
  const answered: string[] = []
  void disk.makeDirectory('/b').then(() => answered.push('b'))
  await disk.crashed
  void disk.stat('/a').then(() => answered.push('a'))
  await new Promise((resolve) => setImmediate(resolve))
  expect(answered).toEqual([])
})

test('a replaced file is the old or the new one at every point of time', async () => {
  for (let call = 1; call <= 8; call++) {
    for (const survival of ['forget', 'keep'] as const) {
      const disk = new CrashDisk()
      await replaceFile(disk, '/settings', bytes('old'))
      const before = disk.callCount
      disk.plan = ({ number }) => (number === before + call ? { kind: 'crash' } : null)
      const replaced = await Promise.race([replaceFile(disk, '/settings', bytes('new')), disk.crashed])
      const found = await textOf(disk.afterCrash({ kind: survival }), '/settings')
      expect(['old', 'new']).toContain(found)
      if (replaced?.ok === true) expect(found).toBe('new')
    }
  }
})
