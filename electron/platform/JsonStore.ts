import { dirname } from 'node:path'
import { ok } from '#shared/base/Result'
import { ensureDirectory } from './ensureDirectory'
import { replaceFile } from './replaceFile'
import type { Disk, DiskResult } from './Disk'

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
    private readonly disk: Disk,
    private readonly path: string,
    private value: T,
    readonly source: JsonSource,
    /** Only content that could be read is worth keeping as the backup. */
    private isFileGood: boolean,
  ) {}

  /** `parse` answers null for what it does not know: damage, or another version. Then the backup is tried, then `fallback` holds. */
  static async open<T>(disk: Disk, path: string, parse: (plain: unknown) => T | null, fallback: T): Promise<JsonStore<T>> {
    const main = await readJson(disk, path, parse)
    if (main !== null) return new JsonStore(disk, path, main, 'file', true)
    const backup = await readJson(disk, backupOf(path), parse)
    return backup === null ? new JsonStore(disk, path, fallback, 'fallback', false) : new JsonStore(disk, path, backup, 'backup', false)
  }

  get(): T {
    return this.value
  }

  /** Takes effect at once; on the disk a moment later, or after `flush`. */
  update(change: (value: T) => T): void {
    this.value = change(this.value)
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
    const written = await this.#replace(new TextEncoder().encode(JSON.stringify(this.value)))
    if (written.ok) return written
    this.#isDirty = true
    this.#schedule(retryDelayMs)
    return written
  }

  async #replace(bytes: Uint8Array): DiskResult<void> {
    if (this.isFileGood) {
      // A crash between the two renames leaves no file but the backup, which is what is read then.
      const kept = await this.disk.rename(this.path, backupOf(this.path))
      if (!kept.ok && kept.error.kind !== 'missing') return kept
    }
    const written = await replaceFile(this.disk, this.path, bytes)
    this.isFileGood = written.ok
    if (written.ok || written.error.kind !== 'missing') return written
    const made = await ensureDirectory(this.disk, dirname(this.path))
    if (!made.ok) return made
    const again = await replaceFile(this.disk, this.path, bytes)
    this.isFileGood = again.ok
    return again
  }
}

function backupOf(path: string): string {
  return `${path}.bak`
}

async function readJson<T>(disk: Disk, path: string, parse: (plain: unknown) => T | null): Promise<T | null> {
  const bytes = await disk.readFile(path)
  if (!bytes.ok) return null
  try {
    return parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes.value)))
  } catch {
    return null
  }
}
