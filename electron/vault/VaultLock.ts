import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { canonicalJson } from '#shared/base/canonicalJson'
import type { Ids } from '#shared/base/Ids'
import { err, ok, type Result } from '#shared/base/Result'
import { isAlreadyThere, type Disk, type DiskProblem, type DiskResult } from '../platform/Disk'
import type { Processes, ProcessIdentity } from '../platform/Processes'
import type { Held } from './VaultProblem'

interface LockContent extends ProcessIdentity {
  /** Tells this lock from any other, also of the same process. */
  readonly nonce: string
}

type Taken = Promise<Result<VaultLock, Held | DiskProblem>>

/** Keeps a second process out of a vault. The lock of a process that is gone does not count. */
export class VaultLock {
  private constructor(
    private readonly disk: Disk,
    private readonly path: string,
    private readonly nonce: string,
  ) {}

  static async acquire(disk: Disk, processes: Processes, ids: Ids, folder: string): Taken {
    const content: LockContent = { ...(await processes.self()), nonce: ids.next() }
    const path = join(folder, lockName)
    for (;;) {
      const created = await create(disk, path, content)
      if (created.ok) {
        // Whoever found the file empty for too long took it over; what stands there now decides.
        const standing = await read(disk, path)
        if (standing.kind === 'held' && standing.content.nonce === content.nonce) return ok(new VaultLock(disk, path, content.nonce))
        continue
      }
      if (!isAlreadyThere(created.error)) return created
      const holder = await holderOf(disk, processes, path)
      if (holder === 'released') continue
      if (holder !== 'gone') return err(holder)
      const removed = await removeStale(disk, processes, path, content)
      if (!removed.ok) return removed
    }
  }

  async release(): Promise<void> {
    const standing = await read(this.disk, this.path)
    if (standing.kind === 'held' && standing.content.nonce === this.nonce) await this.disk.unlink(this.path)
  }
}

/**
 * Takes away the lock of a process that is gone. Two processes may find it at the same moment; only the one that
 * makes the second file may remove the first, or it could remove the other's new lock.
 */
async function removeStale(disk: Disk, processes: Processes, path: string, content: LockContent): Promise<Result<void, Held | DiskProblem>> {
  const guard = `${path}.taking`
  const created = await create(disk, guard, content)
  if (!created.ok) {
    if (!isAlreadyThere(created.error)) return created
    const other = await holderOf(disk, processes, guard)
    if (other !== 'gone' && other !== 'released') return err(other)
    // Left by a process that ended in the few milliseconds of taking over.
    if (other === 'gone') await disk.unlink(guard)
    return ok()
  }
  const holder = await holderOf(disk, processes, path)
  const removed = holder === 'gone' ? await disk.unlink(path) : ok()
  await disk.unlink(guard)
  return removed.ok || removed.error.kind === 'missing' ? ok() : removed
}

async function create(disk: Disk, path: string, content: LockContent): DiskResult<void> {
  const created = await disk.createFile(path)
  if (!created.ok) return created
  const text = new TextEncoder().encode(canonicalJson({ ...content }))
  const written = await created.value.write(text, 0)
  // Without it a power cut could leave an empty file, which costs the next start its patience.
  const synced = written.ok ? await created.value.sync() : written
  const closed = await created.value.close()
  if (synced.ok && closed.ok) return ok()
  await disk.unlink(path)
  return synced.ok ? closed : synced
}

async function holderOf(disk: Disk, processes: Processes, path: string): Promise<Held | 'gone' | 'released'> {
  for (let attempt = 0; attempt < unreadableAttempts; attempt++) {
    const standing = await read(disk, path)
    if (standing.kind === 'none') return 'released'
    if (standing.kind === 'held') {
      const { pid, host } = standing.content
      return (await processes.stateOf(standing.content)) === 'gone' ? 'gone' : { kind: 'held', pid, host }
    }
    // Made a moment ago and not written yet, or left so by a crash.
    await wait(unreadablePauseMs)
  }
  return 'gone'
}

async function read(disk: Disk, path: string): Promise<{ readonly kind: 'none' | 'unreadable' } | { readonly kind: 'held'; readonly content: LockContent }> {
  const bytes = await disk.readFile(path)
  if (!bytes.ok) return { kind: bytes.error.kind === 'missing' ? 'none' : 'unreadable' }
  let value: unknown
  try {
    value = JSON.parse(new TextDecoder().decode(bytes.value))
  } catch {
    return { kind: 'unreadable' }
  }
  if (typeof value !== 'object' || value === null) return { kind: 'unreadable' }
  const { pid, startedAt, bootId, host, nonce }: Readonly<Record<string, unknown>> = { ...value }
  if (typeof pid !== 'number' || typeof startedAt !== 'string' || typeof bootId !== 'string') return { kind: 'unreadable' }
  if (typeof host !== 'string' || typeof nonce !== 'string') return { kind: 'unreadable' }
  return { kind: 'held', content: { pid, startedAt, bootId, host, nonce } }
}

const lockName = 'vault.lock'

/** Half a second: far longer than a process takes from making the file to writing it. */
const unreadableAttempts = 10
const unreadablePauseMs = 50
