import { watch as watchWithNode } from 'node:fs'
import { statfs } from 'node:fs/promises'
import { basename, join, sep } from 'node:path'
import { isId } from '#shared/base/Id'
import { bucketName, parseBucketName, parsePackName } from '../../vault/packName'
import type { RemoteWatch, WatchedDevice } from '../Remote'

/** What is needed of the system's way to tell of changes in one folder. */
export interface FolderWatcher {
  on(event: 'change', listener: (event: string, name: string | Buffer | null) => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  unref?(): unknown
  close(): void
}

export type WatchFolder = (folder: string) => FolderWatcher

/** File systems on Linux that belong to another machine: the system sees only what this one does there. */
const networkFileSystems: ReadonlySet<number> = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x73757245, 0x65735546, 0x01021997, 0x5346414f])

/**
 * Asks the system to tell when packs of colleagues arrive: in the folder of all devices, in each device's own and in its
 * newest one for packs. A few folders and not the whole tree, because the system counts them. Where the system refuses,
 * nothing is told, and whoever asked keeps looking.
 */
export class FolderWatch implements RemoteWatch {
  private readonly watched = new Map<string, FolderWatcher>()
  private isRefused = false
  private isStopped = false

  /** `folder` is that of all devices. */
  constructor(
    private readonly folder: string,
    private readonly onChange: () => void,
    private readonly watchFolder: WatchFolder = (path) => watchWithNode(path, { persistent: false }),
    private readonly isTold: (folder: string) => Promise<boolean> = isToldOfChanges,
  ) {}

  get isWatching(): boolean {
    return this.watched.size > 0
  }

  async follow(devices: readonly WatchedDevice[]): Promise<void> {
    if (this.isRefused || this.isStopped) return
    // Asked without waiting for it in a call of the system that could keep everything else waiting.
    if (this.watched.size === 0 && !(await this.isTold(this.folder))) return
    if (this.isStopped) return
    const wanted = new Set([this.folder])
    for (const { deviceId, newestBucket } of devices) {
      const own = join(this.folder, deviceId)
      for (const folder of [own, join(own, bucketName(newestBucket)), join(own, bucketName(newestBucket + 1))]) wanted.add(folder)
    }
    for (const folder of [...this.watched.keys()]) if (!wanted.has(folder)) this.leave(folder)
    for (const folder of wanted) if (!this.watched.has(folder) && !this.isRefused) this.begin(folder)
  }

  stop(): void {
    this.isStopped = true
    this.leaveAll()
  }

  private begin(folder: string): void {
    try {
      const watcher = this.watchFolder(folder)
      this.watched.set(folder, watcher)
      watcher.on('change', (event, name) => this.hear(folder, event, name?.toString() ?? null))
      watcher.on('error', () => this.leave(folder))
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined
      // A folder that is not there yet, or is no folder, is told of by the one above it.
      if (code === 'ENOENT' || code === 'ENOTDIR' || code === 'EACCES' || code === 'EPERM') return
      // The system has no more watchers to give, or does not know how: then nobody is told of anything.
      this.isRefused = true
      this.leaveAll()
    }
  }

  private hear(folder: string, event: string, name: string | null): void {
    const isFolderItself = name === basename(folder)
    // What has been moved or deleted is still watched where it is now; under its name stands another one.
    if (isFolderItself) this.leaveWithin(folder)
    else if (event === 'rename' && name !== null) this.leaveWithin(join(folder, name))
    if (name === null || isFolderItself || isOurs(name)) this.onChange()
  }

  private leaveWithin(folder: string): void {
    for (const watched of [...this.watched.keys()]) if (watched === folder || watched.startsWith(folder + sep)) this.leave(watched)
  }

  private leave(folder: string): void {
    const watcher = this.watched.get(folder)
    this.watched.delete(folder)
    watcher?.close()
  }

  private leaveAll(): void {
    for (const folder of [...this.watched.keys()]) this.leave(folder)
  }
}

function isOurs(name: string): boolean {
  return isId(name) || parseBucketName(name) !== null || parsePackName(name) !== null
}

async function isToldOfChanges(folder: string): Promise<boolean> {
  if (process.platform !== 'linux') return true
  try {
    return !networkFileSystems.has((await statfs(folder)).type)
  } catch {
    return false
  }
}
