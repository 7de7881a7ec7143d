import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { err, type Result } from '#shared/base/Result'
import type { Disk, DiskFile, DiskProblem } from '../../platform/Disk'
import { readPieces, type BlobSource } from './BlobSource'

/** Puts the bytes into `folder` under their hash, which they must have: beside first, flushed, renamed. Replaces what has that name. */
export async function writeBlob(disk: Disk, folder: string, sha: string, source: BlobSource): Promise<Result<void, DiskProblem | { readonly kind: 'wrongHash' }>> {
  const temporary = join(folder, disk.temporaryName())
  const created = await disk.createFile(temporary)
  if (!created.ok) return created
  const filled = await fill(created.value, sha, source)
  const closed = await created.value.close()
  const written = filled.ok ? closed : filled
  const renamed = written.ok ? await disk.rename(temporary, join(folder, sha)) : written
  if (!renamed.ok) {
    await disk.unlink(temporary)
    return renamed
  }
  return disk.syncDirectory(folder)
}

async function fill(file: DiskFile, sha: string, source: BlobSource): Promise<Result<void, DiskProblem | { readonly kind: 'wrongHash' }>> {
  const hash = createHash('sha256')
  const written = await readPieces(source, (piece, offset) => {
    hash.update(piece)
    return file.write(piece, offset)
  })
  if (!written.ok) return err(written.error.kind === 'short' ? { kind: 'wrongHash' } : written.error)
  return hash.digest('hex') === sha ? file.sync() : err({ kind: 'wrongHash' })
}
