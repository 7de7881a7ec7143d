import type { Disk } from '../../platform/Disk'

export interface HangingDisk {
  readonly disk: Disk
  /** From now on calls do not come back. */
  hang(): void
  /** Those that hang come back, and all later ones. */
  letGo(): void
  /** How many calls have not come back. */
  readonly hanging: number
}

/** A disk as a network share whose server is gone: calls neither work nor fail. */
export function hangingDisk(disk: Disk): HangingDisk {
  let hangs = false
  const waiting: (() => void)[] = []
  const call =
    <Given extends readonly unknown[], T>(method: (...given: Given) => Promise<T>): ((...given: Given) => Promise<T>) =>
    async (...given) => {
      if (hangs) await new Promise<void>((resolve) => waiting.push(resolve))
      return method(...given)
    }
  return {
    disk: {
      createFile: call((path) => disk.createFile(path)),
      openFile: call((path) => disk.openFile(path)),
      readFile: call((path) => disk.readFile(path)),
      readRange: call((path, offset, length) => disk.readRange(path, offset, length)),
      readDirectory: call((path) => disk.readDirectory(path)),
      rename: call((from, to) => disk.rename(from, to)),
      unlink: call((path) => disk.unlink(path)),
      makeDirectory: call((path) => disk.makeDirectory(path)),
      stat: call((path) => disk.stat(path)),
      syncDirectory: call((path) => disk.syncDirectory(path)),
      temporaryName: () => disk.temporaryName(),
    },
    hang: () => void (hangs = true),
    letGo: () => {
      hangs = false
      for (const go of waiting.splice(0)) go()
    },
    get hanging() {
      return waiting.length
    },
  }
}
