import { basename, dirname, join } from 'node:path'
import type { Disk } from '../../platform/Disk'

/**
 * A disk below `root` as Windows and macOS have it: a name is kept as it was written, and found in any spelling. What is
 * renamed over another spelling takes its place under the new one.
 */
export function caseInsensitiveDisk(disk: Disk, root: string): Disk {
  const found = async (path: string): Promise<string> => {
    if (!path.startsWith(root) || path === root) return path
    const folder = await found(dirname(path))
    const entries = await disk.readDirectory(folder)
    const name = basename(path)
    const same = entries.ok ? entries.value.find((entry) => entry.name.toLowerCase() === name.toLowerCase()) : undefined
    return join(folder, same?.name ?? name)
  }
  return {
    createFile: async (path) => disk.createFile(await found(path)),
    openFile: async (path) => disk.openFile(await found(path)),
    readFile: async (path) => disk.readFile(await found(path)),
    readRange: async (path, offset, length) => disk.readRange(await found(path), offset, length),
    readDirectory: async (path) => disk.readDirectory(await found(path)),
    rename: async (from, to) => {
      const [source, target] = [await found(from), await found(to)]
      const isOtherSpelling = basename(target) !== basename(to)
      if (isOtherSpelling && target !== source) await disk.unlink(target)
      return disk.rename(source, join(dirname(target), basename(to)))
    },
    unlink: async (path) => disk.unlink(await found(path)),
    makeDirectory: async (path) => disk.makeDirectory(await found(path)),
    stat: async (path) => disk.stat(await found(path)),
    syncDirectory: async (path) => disk.syncDirectory(await found(path)),
    temporaryName: () => disk.temporaryName(),
  }
}
