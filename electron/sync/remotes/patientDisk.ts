import { err } from '#shared/base/Result'
import type { Disk, DiskFile, DiskResult } from '../../platform/Disk'

const tooSlow = err({ kind: 'other', code: 'ETIMEDOUT' } as const)

/** The slowest that still counts as an answer: a share that is woken up, a piece on its way over a weak line. */
const longestCallMs = 30_000

/**
 * A disk that always answers, for files that are carried piece by piece. As long as a call has not come back that nobody
 * waits for any more, no other one is begun: each would keep one of the few threads that the laptop's own disk needs.
 */
export function patientDisk(disk: Disk, limitMs = longestCallMs): Disk {
  let hanging: Promise<unknown> | null = null
  const comeBack = (): void => {
    hanging = null
  }
  const ask = async <T>(call: () => DiskResult<T>): DiskResult<T> => {
    if (hanging !== null) return tooSlow
    const answer = call()
    let timer: ReturnType<typeof setTimeout> | undefined
    const late = new Promise<typeof tooSlow>((resolve) => {
      timer = setTimeout(() => {
        hanging = answer.then(comeBack, comeBack)
        resolve(tooSlow)
      }, limitMs)
    })
    try {
      return await Promise.race([answer, late])
    } finally {
      clearTimeout(timer)
    }
  }
  const patientFile = (file: DiskFile): DiskFile => ({
    write: (bytes, position) => ask(() => file.write(bytes, position)),
    sync: () => ask(() => file.sync()),
    syncData: () => ask(() => file.syncData()),
    truncate: (length) => ask(() => file.truncate(length)),
    close: () => ask(() => file.close()),
  })
  const opened = async (call: () => DiskResult<DiskFile>): DiskResult<DiskFile> => {
    const file = await ask(call)
    return file.ok ? { ok: true, value: patientFile(file.value) } : file
  }
  return {
    createFile: (path) => opened(() => disk.createFile(path)),
    openFile: (path) => opened(() => disk.openFile(path)),
    readFile: (path) => ask(() => disk.readFile(path)),
    readRange: (path, offset, length) => ask(() => disk.readRange(path, offset, length)),
    readDirectory: (path) => ask(() => disk.readDirectory(path)),
    rename: (from, to) => ask(() => disk.rename(from, to)),
    unlink: (path) => ask(() => disk.unlink(path)),
    makeDirectory: (path) => ask(() => disk.makeDirectory(path)),
    stat: (path) => ask(() => disk.stat(path)),
    syncDirectory: (path) => ask(() => disk.syncDirectory(path)),
    temporaryName: () => disk.temporaryName(),
  }
}
