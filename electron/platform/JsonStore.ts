import { dirname } from 'node:path'
import { Low, type Adapter } from 'lowdb'
import { ok, type Result } from '#shared/base/Result'
import { ensureDirectory } from './ensureDirectory'
import { replaceFile } from './replaceFile'
import type { Disk, DiskProblem, DiskResult } from './Disk'

/** Groups a burst of changes into one write. */
const writeDelayMs = 500
/** After a refused write (a full disk, say) the next attempt comes by itself. */
const retryDelayMs = 10_000

/** `backup` and `fallback` mean that the newest content may be lost: what can be derived again should be. */
export type JsonSource = 'file' | 'backup' | 'fallback'

/**
 * One small JSON file: read once, changed in memory, written a moment later, beside and flushed and then
 * renamed. The content before the last write stays in `.bak`. For one process only, and only for what can
 * be derived again or be set again: between a change and its write there is a moment in which it can be lost.
 */
export class JsonStore<T> {
  #isDirty = false
  #timer: NodeJS.Timeout | null = null
  #writing: DiskResult<void> = Promise.resolve(ok())

  private constructor(
    private readonly file: JsonFile<T>,
    private readonly low: Low<T>,
  ) {}

  /** `parse` answers null for what it does not know: damage, or another version. Then the backup is tried, then `fallback` holds. */
  static async open<T>(disk: Disk, path: string, parse: (plain: unknown) => T | null, fallback: T): Promise<JsonStore<T>> {
    const file = new JsonFile(disk, path, parse)
    const low = new Low(file, fallback)
    await low.read()
    return new JsonStore(file, low)
  }

  get source(): JsonSource {
    return this.file.source
  }

  get(): T {
    return this.low.data
  }

  /** Takes effect at once; on the disk a moment later, or after `flush`. */
  update(change: (value: T) => T): void {
    this.low.data = change(this.low.data)
    this.#isDirty = true
    this.#schedule(writeDelayMs)
  }

  /** Everything that was changed is on the disk when it answers ok. */
  flush(): DiskResult<void> {
    this.#writing = this.#writing.then(() => this.#write())
    return this.#writing
  }

  #schedule(delayMs: number): void {
    if (this.#timer !== null) return
    this.#timer = setTimeout(() => {
      this.#timer = null
      void this.flush()
    }, delayMs)
    // A process that has nothing else to do flushes when it stops, and ends.
    this.#timer.unref()
  }

  async #write(): DiskResult<void> {
    if (!this.#isDirty) return ok()
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#isDirty = false
    await this.low.write()
    if (this.file.written.ok) return this.file.written
    this.#isDirty = true
    this.#schedule(retryDelayMs)
    return this.file.written
  }
}

/** lowdb's way to the disk; its own neither flushes nor keeps what was there before. */
class JsonFile<T> implements Adapter<T> {
  source: JsonSource = 'fallback'
  /** What became of the last write. */
  written: Result<void, DiskProblem> = ok()
  /** Only content that could be read is worth keeping as the backup. */
  #isGood = false

  constructor(
    private readonly disk: Disk,
    private readonly path: string,
    private readonly parse: (plain: unknown) => T | null,
  ) {}

  async read(): Promise<T | null> {
    const main = await this.#readJson(this.path)
    this.#isGood = main !== null
    const found = main ?? (await this.#readJson(this.#backup))
    this.source = main !== null ? 'file' : found !== null ? 'backup' : 'fallback'
    return found
  }

  async write(data: T): Promise<void> {
    const bytes = new TextEncoder().encode(JSON.stringify(data))
    this.written = await this.#replace(bytes)
    this.#isGood = this.written.ok
  }

  get #backup(): string {
    return `${this.path}.bak`
  }

  async #replace(bytes: Uint8Array): DiskResult<void> {
    if (this.#isGood) {
      // A crash between the two renames leaves no file but the backup, which is what is read then.
      const kept = await this.disk.rename(this.path, this.#backup)
      if (!kept.ok && kept.error.kind !== 'missing') return kept
    }
    const written = await replaceFile(this.disk, this.path, bytes)
    if (written.ok || written.error.kind !== 'missing') return written
    const made = await ensureDirectory(this.disk, dirname(this.path))
    return made.ok ? replaceFile(this.disk, this.path, bytes) : made
  }

  async #readJson(path: string): Promise<T | null> {
    const bytes = await this.disk.readFile(path)
    if (!bytes.ok) return null
    try {
      return this.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value)))
    } catch {
      return null
    }
  }
}
