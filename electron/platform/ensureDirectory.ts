import { dirname } from 'node:path'
import { err, ok } from '#shared/base/Result'
import { isAlreadyThere, type Disk, type DiskResult } from './Disk'

/** Makes the folder and those above it; each new name is flushed, so that a file put there can be durable. */
export async function ensureDirectory(disk: Disk, path: string): DiskResult<void> {
  const made = await disk.makeDirectory(path)
  if (made.ok) return disk.syncDirectory(dirname(path))
  const parent = dirname(path)
  if (made.error.kind === 'missing' && parent !== path) {
    const parentMade = await ensureDirectory(disk, parent)
    return parentMade.ok ? ensureDirectory(disk, path) : parentMade
  }
  if (!isAlreadyThere(made.error)) return made
  const found = await disk.stat(path)
  if (!found.ok) return found
  if (found.value.kind !== 'directory') return err({ kind: 'other', code: 'ENOTDIR' })
  // Whoever made it may have been stopped before the flush; without it the name could still go.
  const synced = await disk.syncDirectory(parent)
  return synced.ok || synced.error.kind === 'noAccess' ? ok() : synced
}
