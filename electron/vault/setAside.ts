import { join } from 'node:path'
import type { Disk, DiskResult } from '../platform/Disk'
import { parsePackName, type PackName } from './packName'
import { sha256Hex } from './sha256'

/**
 * Gives a damaged file a name under which nobody takes it for what it was, with the same content and never deleted:
 * there may still be something in it. The name holds the content's hash, so that the same damage is kept once.
 */
export async function setAside(disk: Disk, folder: string, name: string): DiskResult<void> {
  const bytes = await disk.readFile(join(folder, name))
  return bytes.ok ? setAsideAs(disk, folder, name, sha256Hex(bytes.value)) : bytes
}

/** As `setAside`, for a file that is too large to be read at once and of which the hash is known. */
export async function setAsideAs(disk: Disk, folder: string, name: string, hash: string): DiskResult<void> {
  const renamed = await disk.rename(join(folder, name), join(folder, `${name}.${hash.slice(0, 16)}.damaged`))
  return renamed.ok ? disk.syncDirectory(folder) : renamed
}

/** The name a pack had before it was set aside; null for every other name. */
export function parseSetAsidePack(name: string): PackName | null {
  const match = /^(.+\.pack)\.[0-9a-f]{16}\.damaged$/.exec(name)
  return match === null ? null : parsePackName(match[1] ?? '')
}
