import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { diskProblemCode, diskProblemFromCode, isAlreadyThere } from './Disk'
import { ensureDirectory } from './ensureDirectory'
import { nodeDisk } from './nodeDisk'
import { replaceFile } from './replaceFile'

let folder = ''
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-disk-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true, force: true })
})

test('a file is made once, written at given places, cut and read in parts', async () => {
  const path = join(folder, 'a')
  const created = await nodeDisk.createFile(path)
  if (!created.ok) throw new Error('Not created')
  const file = created.value
  expect((await file.write(bytes('hello world'), 0)).ok).toBe(true)
  expect((await file.write(bytes('there'), 6)).ok).toBe(true)
  expect((await file.truncate(9)).ok).toBe(true)
  for (const result of [await file.syncData(), await file.sync(), await file.close()]) expect(result.ok).toBe(true)
  expect(await nodeDisk.readFile(path)).toEqual({ ok: true, value: bytes('hello the') })
  expect(await nodeDisk.readRange(path, 6, 100)).toEqual({ ok: true, value: bytes('the') })
  expect(await nodeDisk.stat(path)).toEqual({ ok: true, value: { kind: 'file', size: 9 } })
  const again = await nodeDisk.createFile(path)
  expect(again.ok ? null : isAlreadyThere(again.error)).toBe(true)
})

test('what is not there is answered as missing, wherever it is asked for', async () => {
  const path = join(folder, 'nothing')
  const missing = { ok: false, error: { kind: 'missing' } }
  expect(await nodeDisk.readFile(path)).toEqual(missing)
  expect(await nodeDisk.readRange(path, 0, 1)).toEqual(missing)
  expect(await nodeDisk.openFile(path)).toEqual(missing)
  expect(await nodeDisk.readDirectory(path)).toEqual(missing)
  expect(await nodeDisk.unlink(path)).toEqual(missing)
  expect(await nodeDisk.stat(path)).toEqual(missing)
  expect(await nodeDisk.rename(path, join(folder, 'b'))).toEqual(missing)
  expect(await nodeDisk.syncDirectory(path)).toEqual(missing)
  expect(await nodeDisk.makeDirectory(join(path, 'below'))).toEqual(missing)
})

test('a file is replaced as a whole, and nothing is left beside it', async () => {
  const path = join(folder, 'settings')
  expect(await replaceFile(nodeDisk, path, bytes('old and long'))).toEqual({ ok: true, value: undefined })
  expect(await replaceFile(nodeDisk, path, bytes('new'))).toEqual({ ok: true, value: undefined })
  expect(await readFile(path, 'utf8')).toBe('new')
  expect(await readdir(folder)).toEqual(['settings'])
})

test('a file that cannot be put in place leaves nothing behind', async () => {
  await nodeDisk.makeDirectory(join(folder, 'taken'))
  await writeFile(join(folder, 'taken', 'file'), '')
  expect((await replaceFile(nodeDisk, join(folder, 'taken'), bytes('x'))).ok).toBe(false)
  expect(await readdir(folder)).toEqual(['taken'])
  expect(await replaceFile(nodeDisk, join(folder, 'missing', 'file'), bytes('x'))).toEqual({ ok: false, error: { kind: 'missing' } })
})

test('folders are made with those above them; a file in the way is told', async () => {
  const deep = join(folder, 'a', 'b', 'c')
  expect((await ensureDirectory(nodeDisk, deep)).ok).toBe(true)
  expect((await ensureDirectory(nodeDisk, deep)).ok).toBe(true)
  expect(await nodeDisk.readDirectory(join(folder, 'a'))).toEqual({ ok: true, value: [{ name: 'b', kind: 'directory' }] })
  await writeFile(join(folder, 'file'), '')
  expect(await ensureDirectory(nodeDisk, join(folder, 'file'))).toEqual({ ok: false, error: { kind: 'other', code: 'ENOTDIR' } })
})

test.skipIf(process.platform === 'win32')('what is written is for its owner alone', async () => {
  await replaceFile(nodeDisk, join(folder, 'secret'), bytes('x'))
  await ensureDirectory(nodeDisk, join(folder, 'inner'))
  expect((await stat(join(folder, 'secret'))).mode & 0o777).toBe(0o600)
  expect((await stat(join(folder, 'inner'))).mode & 0o777).toBe(0o700)
})

test('a wrong argument is a bug and not a state of the disk', async () => {
  await expect(nodeDisk.readFile('\0')).rejects.toThrow()
})

test('codes of the system become words the app can act on', () => {
  expect(['ENOSPC', 'EDQUOT', 'EROFS', 'ENOENT', 'EACCES', 'EPERM', 'EIO'].map((code) => diskProblemCode(diskProblemFromCode(code)))).toEqual([
    'diskFull',
    'diskFull',
    'readOnly',
    'missing',
    'noAccess',
    'noAccess',
    'EIO',
  ])
})
