import { join } from 'node:path'
import type { Clock } from '#shared/base/Clock'
import { ok } from '#shared/base/Result'
import { ensureDirectory } from './ensureDirectory'
import type { Disk, DiskFile, DiskResult } from './Disk'
import { createLog, type Log } from './Log'

/** The log on disk: three files, the newest is `plumbline.log`. A log that cannot be written never stops the app. */
export class FileLog {
  readonly log: Log
  private readonly lines: string[] = []
  private writing: Promise<void> | null = null
  private file: { readonly handle: DiskFile; size: number } | null = null
  private dropped = 0

  constructor(
    private readonly disk: Disk,
    private readonly folder: string,
    clock: Clock,
  ) {
    this.log = createLog(clock, (line) => this.add(line))
  }

  /** Writes what is waiting and closes the file. Lines that come later open it again. */
  async close(): Promise<void> {
    while (this.writing !== null) await this.writing
    await this.letGoOfFile()
  }

  private add(line: string): void {
    if (this.lines.length >= maximumWaiting) {
      this.dropped++
      return
    }
    this.lines.push(line)
    this.writing ??= this.writeWaiting()
  }

  private async writeWaiting(): Promise<void> {
    while (this.lines.length > 0) {
      const waiting = this.lines.splice(0)
      const text = encoder.encode(waiting.join(''))
      const written = await this.write(text)
      if (!written.ok) {
        this.dropped += waiting.length
        await this.letGoOfFile()
      } else if (this.dropped > 0) {
        const lines = this.dropped
        this.dropped = 0
        this.log.warn('log.dropped', { lines })
      }
    }
    this.writing = null
  }

  private async letGoOfFile(): Promise<void> {
    const file = this.file
    this.file = null
    if (file !== null) await file.handle.close()
  }

  private async write(text: Uint8Array): DiskResult<void> {
    if (this.file !== null && this.file.size + text.length > maximumSize) {
      await this.letGoOfFile()
      await this.rotate()
    }
    const opened = await this.open()
    if (!opened.ok) return opened
    const written = await opened.value.handle.write(text, opened.value.size)
    if (written.ok) opened.value.size += text.length
    return written
  }

  private async open(): DiskResult<{ readonly handle: DiskFile; size: number }> {
    if (this.file !== null) return ok(this.file)
    const path = join(this.folder, names[0])
    const found = await this.disk.stat(path)
    if (found.ok && found.value.size >= maximumSize) await this.rotate()
    const existing = found.ok && found.value.size < maximumSize
    if (!existing) {
      const folder = await ensureDirectory(this.disk, this.folder)
      if (!folder.ok) return folder
    }
    const handle = existing ? await this.disk.openFile(path) : await this.disk.createFile(path)
    if (!handle.ok) return handle
    this.file = { handle: handle.value, size: existing ? found.value.size : 0 }
    return ok(this.file)
  }

  private async rotate(): Promise<void> {
    await this.disk.rename(join(this.folder, names[1]), join(this.folder, names[2]))
    await this.disk.rename(join(this.folder, names[0]), join(this.folder, names[1]))
  }
}

const encoder = new TextEncoder()
const names = ['plumbline.log', 'plumbline.1.log', 'plumbline.2.log'] as const

const maximumSize = 1024 * 1024

/** A disk that does not answer must not fill the memory. */
const maximumWaiting = 1_000
