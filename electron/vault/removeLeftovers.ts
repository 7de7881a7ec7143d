import { join } from 'node:path'
import type { Disk } from '../platform/Disk'

/** Deletes what a crash left of files that were being written. Only for folders in which nobody else writes. */
export async function removeLeftovers(disk: Disk, folder: string): Promise<void> {
  const listed = await disk.readDirectory(folder)
  if (!listed.ok) return
  for (const entry of listed.value) {
    // One that cannot be deleted is in nobody's way: readers know their own names.
    if (entry.kind === 'file' && isLeftover(entry.name)) await disk.unlink(join(folder, entry.name))
  }
}

/** True for the name under which a file is written before it gets its own. */
export function isLeftover(name: string): boolean {
  return /^~.*\.tmp$/.test(name)
}
