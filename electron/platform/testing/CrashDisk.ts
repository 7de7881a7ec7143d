import { posix } from 'node:path'
import { err, ok, type Result } from '#shared/base/Result'
import { diskProblemFromCode, type Disk, type DiskFile, type DiskProblem, type DiskResult } from '../Disk'
import { CrashFile, CrashFolder, type Survival } from './crashNodes'

/** What happens at one call: nothing special, a refusal, or the end of the process (and of the power). */
export type Fault = { readonly kind: 'fail'; readonly code: string } | { readonly kind: 'crash' } | null

export interface DiskCall {
  /** 1 for the first call ever made on this disk. */
  readonly number: number
  readonly name: keyof Disk | 'write' | 'sync' | 'syncData' | 'truncate' | 'close'
  readonly path: string
}

/**
 * A disk in memory that keeps apart what was written and what was flushed. After a crash no call ever answers;
 * `afterCrash` gives the disk as the next process finds it.
 */
export class CrashDisk implements Disk {
  /** Asked before each call. */
  plan: (call: DiskCall) => Fault = () => null
  /** Resolves when a planned crash has happened. */
  readonly crashed: Promise<void>
  private calls = 0
  private isDown = false
  private temporary = 0
  private tellCrashed: () => void = () => undefined

  constructor(private readonly root: CrashFolder = new CrashFolder()) {
    this.crashed = new Promise((resolve) => {
      this.tellCrashed = resolve
    })
  }

  get callCount(): number {
    return this.calls
  }

  /** Ends the process now, whatever it is doing. */
  crash(): void {
    this.isDown = true
    this.tellCrashed()
  }

  /** The disk the next process finds. */
  afterCrash(survival: Survival): CrashDisk {
    return new CrashDisk(this.root.afterCrash(survival))
  }

  createFile(path: string): DiskResult<DiskFile> {
    return this.call('createFile', path, () => {
      const place = this.place(path)
      if (!place.ok) return place
      if (place.value.folder.entries.has(place.value.name)) return err({ kind: 'other', code: 'EEXIST' })
      const file = new CrashFile()
      place.value.folder.set(place.value.name, file)
      return ok(this.opened(path, file))
    })
  }

  openFile(path: string): DiskResult<DiskFile> {
    return this.call('openFile', path, () => {
      const file = this.file(path)
      return file.ok ? ok(this.opened(path, file.value)) : file
    })
  }

  readFile(path: string): DiskResult<Uint8Array> {
    return this.call('readFile', path, () => {
      const file = this.file(path)
      return file.ok ? ok(file.value.content.slice()) : file
    })
  }

  readRange(path: string, offset: number, length: number): DiskResult<Uint8Array> {
    return this.call('readRange', path, () => {
      const file = this.file(path)
      return file.ok ? ok(file.value.content.slice(offset, offset + length)) : file
    })
  }

  readDirectory(path: string): ReturnType<Disk['readDirectory']> {
    return this.call('readDirectory', path, () => {
      const folder = this.folder(path)
      if (!folder.ok) return folder
      return ok([...folder.value.entries].map(([name, node]) => ({ name, kind: node instanceof CrashFile ? 'file' : 'directory' })))
    })
  }

  rename(from: string, to: string): DiskResult<void> {
    return this.call('rename', from, () => {
      const source = this.place(from)
      const target = this.place(to)
      if (!source.ok) return source
      if (!target.ok) return target
      const node = source.value.folder.entries.get(source.value.name)
      if (node === undefined) return err({ kind: 'missing' })
      if (source.value.folder !== target.value.folder) throw new Error('The app never moves a file between folders')
      source.value.folder.rename(source.value.name, target.value.name, node)
      return ok()
    })
  }

  unlink(path: string): DiskResult<void> {
    return this.call('unlink', path, () => {
      const place = this.place(path)
      if (!place.ok) return place
      if (!(place.value.folder.entries.get(place.value.name) instanceof CrashFile)) return err({ kind: 'missing' })
      place.value.folder.set(place.value.name, null)
      return ok()
    })
  }

  makeDirectory(path: string): DiskResult<void> {
    return this.call('makeDirectory', path, () => {
      const place = this.place(path)
      if (!place.ok) return place
      if (place.value.name === '' || place.value.folder.entries.has(place.value.name)) return err({ kind: 'other', code: 'EEXIST' })
      place.value.folder.set(place.value.name, new CrashFolder())
      return ok()
    })
  }

  stat(path: string): ReturnType<Disk['stat']> {
    return this.call('stat', path, () => {
      const node = this.node(path)
      if (node === null) return err({ kind: 'missing' })
      return ok(node instanceof CrashFile ? { kind: 'file', size: node.content.length } : { kind: 'directory', size: 0 })
    })
  }

  syncDirectory(path: string): DiskResult<void> {
    return this.call('syncDirectory', path, () => {
      const folder = this.folder(path)
      if (!folder.ok) return folder
      if (!this.isDown) folder.value.sync()
      return ok()
    })
  }

  temporaryName(): string {
    this.temporary++
    return `~${this.temporary}.tmp`
  }

  private opened(path: string, file: CrashFile): DiskFile {
    const sync = (name: 'sync' | 'syncData') => (): DiskResult<void> =>
      this.call(
        name,
        path,
        () => {
          if (!this.isDown) file.sync()
          return ok()
        },
        () => file.loseUnflushed(),
      )
    return {
      write: (bytes, position) =>
        this.call(
          'write',
          path,
          () => {
            file.write(bytes, position)
            return ok()
          },
          // A disk that runs full in the middle of a write keeps the beginning.
          () => file.write(bytes.subarray(0, bytes.length >> 1), position),
        ),
      sync: sync('sync'),
      syncData: sync('syncData'),
      truncate: (length) =>
        this.call('truncate', path, () => {
          file.truncate(length)
          return ok()
        }),
      close: () => this.call('close', path, () => ok()),
    }
  }

  private async call<T>(
    name: DiskCall['name'],
    path: string,
    effect: () => Result<T, DiskProblem>,
    effectOfFailure: () => void = () => undefined,
  ): DiskResult<T> {
    if (this.isDown) return never()
    this.calls++
    const fault = this.plan({ number: this.calls, name, path })
    // Answers come later than the call, as from a real disk, so that calls of different work interleave.
    await new Promise<void>((resolve) => setImmediate(resolve))
    if (this.isDown) return never()
    if (fault?.kind === 'crash') {
      this.crash()
      // The call may have reached the disk or not; `Survival` decides, since nothing of it has been flushed.
      effect()
      return never()
    }
    if (fault?.kind === 'fail') {
      effectOfFailure()
      return err(diskProblemFromCode(fault.code))
    }
    return effect()
  }

  private node(path: string): CrashFile | CrashFolder | null {
    let node: CrashFile | CrashFolder = this.root
    for (const name of posix.normalize(path).split('/')) {
      if (name === '') continue
      const next: CrashFile | CrashFolder | undefined = node instanceof CrashFolder ? node.entries.get(name) : undefined
      if (next === undefined) return null
      node = next
    }
    return node
  }

  private place(path: string): Result<{ readonly folder: CrashFolder; readonly name: string }, DiskProblem> {
    const folder = this.node(posix.dirname(path))
    return folder instanceof CrashFolder ? ok({ folder, name: posix.basename(path) }) : err({ kind: 'missing' })
  }

  private file(path: string): Result<CrashFile, DiskProblem> {
    const node = this.node(path)
    return node instanceof CrashFile ? ok(node) : err({ kind: 'missing' })
  }

  private folder(path: string): Result<CrashFolder, DiskProblem> {
    const node = this.node(path)
    return node instanceof CrashFolder ? ok(node) : err({ kind: 'missing' })
  }
}

function never(): Promise<never> {
  return new Promise(() => undefined)
}
