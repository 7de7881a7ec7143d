import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, stat, unlink, type FileHandle } from 'node:fs/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { err, ok } from '#shared/base/Result'
import { diskProblemFromCode, type Disk, type DiskFile, type DiskResult, type EntryKind } from './Disk'

/** The real file system. */
export const nodeDisk: Disk = {
  createFile: (path) => attempt(async () => openedFile(await open(path, 'wx', ownerOnly))),
  openFile: (path) => attempt(async () => openedFile(await open(path, 'r+'))),
  readFile: (path) => attempt(async () => plainBytes(await readFile(path))),
  readRange: (path, offset, length) => attempt(() => readRange(path, offset, length)),
  readDirectory: (path) =>
    attempt(async () => (await readdir(path, { withFileTypes: true })).map((entry) => ({ name: entry.name, kind: entryKind(entry) }))),
  rename: (from, to) => attempt(() => renamePatiently(from, to)),
  unlink: (path) => attempt(() => unlink(path)),
  makeDirectory: (path) => attempt(async () => void (await mkdir(path, { mode: ownerOnlyFolder }))),
  stat: (path) =>
    attempt(async () => {
      const found = await stat(path)
      return { kind: entryKind(found), size: found.size }
    }),
  syncDirectory: (path) => attempt(() => syncDirectory(path)),
  temporaryName: () => `~${randomBytes(8).toString('hex')}.tmp`,
}

/** What lies here is a customer's business; other users of the machine have no part in it. */
const ownerOnly = 0o600
const ownerOnlyFolder = 0o700

async function attempt<T>(call: () => Promise<T>): DiskResult<T> {
  try {
    return ok(await call())
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    // A call the file system never saw (a wrong argument, say) is a bug of ours and not a state of the disk.
    if (typeof code !== 'string' || code.startsWith('ERR_')) throw error
    return err(diskProblemFromCode(code))
  }
}

function openedFile(handle: FileHandle): DiskFile {
  return {
    write: (bytes, position) => attempt(() => writeAll(handle, bytes, position)),
    sync: () => attempt(() => handle.sync()),
    syncData: () => attempt(() => handle.datasync()),
    truncate: (length) => attempt(() => handle.truncate(length)),
    close: () => attempt(() => handle.close()),
  }
}

async function writeAll(handle: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  let written = 0
  while (written < bytes.length) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, position + written)
    written += bytesWritten
  }
}

async function readRange(path: string, offset: number, length: number): Promise<Uint8Array> {
  const handle = await open(path, 'r')
  try {
    const bytes = new Uint8Array(length)
    let filled = 0
    while (filled < length) {
      const { bytesRead } = await handle.read(bytes, filled, length - filled, offset + filled)
      if (bytesRead === 0) return bytes.slice(0, filled)
      filled += bytesRead
    }
    return bytes
  } finally {
    await handle.close()
  }
}

/** On Windows a virus scanner or an indexer that looks into a file makes its rename fail for a moment. */
async function renamePatiently(from: string, to: string): Promise<void> {
  const attempts = process.platform === 'win32' ? 8 : 1
  for (let attempt = 1; ; attempt++) {
    try {
      return await rename(from, to)
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      if (attempt >= attempts || (code !== 'EPERM' && code !== 'EACCES' && code !== 'EBUSY')) throw error
      await wait(attempt * renamePauseMs)
    }
  }
}

const renamePauseMs = 20

async function syncDirectory(path: string): Promise<void> {
  if (process.platform === 'win32') return
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    // Some network file systems have no such call for folders; there is nothing better to do there.
    if (code !== 'EINVAL' && code !== 'ENOTSUP' && code !== 'ENOSYS') throw error
  } finally {
    await handle.close()
  }
}

function entryKind(found: { isFile(): boolean; isDirectory(): boolean }): EntryKind {
  if (found.isFile()) return 'file'
  return found.isDirectory() ? 'directory' : 'other'
}

function plainBytes(buffer: Buffer): Uint8Array {
  return new Uint8Array(buffer.buffer, buffer.byteOffset, buffer.byteLength)
}
