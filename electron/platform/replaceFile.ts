import { dirname, join } from 'node:path'
import { ok } from '#shared/base/Result'
import type { Disk, DiskResult } from './Disk'

/**
 * Puts a whole file in place: written beside and flushed first, then renamed, so that whoever reads `path`
 * finds the old content or the new one and never a part. Durable when it answers ok.
 */
export async function replaceFile(disk: Disk, path: string, bytes: Uint8Array): DiskResult<void> {
  const folder = dirname(path)
  const temporary = join(folder, disk.temporaryName())
  const written = await writeNewFile(disk, temporary, bytes)
  const renamed = written.ok ? await disk.rename(temporary, path) : written
  if (!renamed.ok) {
    await disk.unlink(temporary)
    return renamed
  }
  return disk.syncDirectory(folder)
}

async function writeNewFile(disk: Disk, path: string, bytes: Uint8Array): DiskResult<void> {
  const created = await disk.createFile(path)
  if (!created.ok) return created
  const file = created.value
  const written = await file.write(bytes, 0)
  const synced = written.ok ? await file.sync() : written
  const closed = await file.close()
  if (!synced.ok) return synced
  return closed.ok ? ok() : closed
}
