import { err, ok, type Result } from '#shared/base/Result'
import type { Log } from '../platform/Log'
import type { BlobSource } from '../vault/blobs/BlobSource'
import type { BlobStore, StoredBlob } from '../vault/blobs/BlobStore'
import type { RemoteProblem } from './Remote'
import type { RemoteBlobs } from './RemoteBlobs'
import type { SyncProblem } from './SyncProblem'

export interface BlobReport {
  readonly sent: number
  readonly received: number
  readonly problem: SyncProblem | null
}

/** Carries attachments in both directions: what one place lacks and the other holds. Deletes nothing anywhere. */
export class BlobSync {
  /** Refused as they are now; fetched again when they have another size. */
  private readonly refused = new Map<string, number>()

  constructor(
    private readonly blobs: BlobStore,
    private readonly log: Log,
  ) {}

  async exchange(remote: RemoteBlobs, isStopping: () => boolean): Promise<BlobReport> {
    const report = await this.carryBoth(remote, isStopping)
    const { sent, received, problem } = report
    if (sent + received > 0) this.log.info('sync.attachments', { sent, received })
    if (problem !== null) this.log.warn('sync.attachmentsWait', { problem: problem.kind })
    return report
  }

  private async carryBoth(remote: RemoteBlobs, isStopping: () => boolean): Promise<BlobReport> {
    const there = await remote.list()
    if (!there.ok) return { sent: 0, received: 0, problem: there.error }
    const here = await this.blobs.list()
    if (!here.ok) return { sent: 0, received: 0, problem: { kind: 'thisLaptop', problem: here.error } }
    const sent = await this.each(notIn(here.value, there.value), isStopping, (blob) => this.send(remote, blob, isStopping))
    const received = sent.problem === null ? await this.each(this.wanted(here.value, there.value), isStopping, (blob) => this.receive(remote, blob, isStopping)) : nothingDone
    return { sent: sent.count, received: received.count, problem: sent.problem ?? received.problem }
  }

  private wanted(here: readonly StoredBlob[], there: readonly StoredBlob[]): readonly StoredBlob[] {
    const held = new Set(here.map(({ sha }) => sha))
    return there.filter(({ sha, bytes }) => !held.has(sha) && this.refused.get(sha) !== bytes)
  }

  private async each(blobs: readonly StoredBlob[], isStopping: () => boolean, carry: (blob: StoredBlob) => Promise<Result<boolean, SyncProblem>>): Promise<{ readonly count: number; readonly problem: SyncProblem | null }> {
    let count = 0
    for (const blob of blobs) {
      if (isStopping()) break
      const carried = await carry(blob)
      if (!carried.ok) return { count, problem: carried.error }
      if (carried.value) count++
    }
    return { count, problem: null }
  }

  private async send(remote: RemoteBlobs, { sha }: StoredBlob, isStopping: () => boolean): Promise<Result<boolean, SyncProblem>> {
    const source = await this.blobs.open(sha)
    if (!source.ok) return source.error.kind === 'missing' ? ok(false) : err({ kind: 'thisLaptop', problem: source.error })
    const put = await remote.put(sha, stoppable(source.value, isStopping))
    if (put.ok) return ok(true)
    if (isStopping()) return ok(false)
    if (put.error.kind !== 'wrongHash') return err(put.error)
    // It is damaged here; set aside, it comes back from whoever has it whole.
    await this.blobs.check(sha)
    this.log.warn('sync.attachmentDamaged', {})
    return ok(false)
  }

  private async receive(remote: RemoteBlobs, { sha, bytes }: StoredBlob, isStopping: () => boolean): Promise<Result<boolean, SyncProblem>> {
    const source = await remote.get(sha)
    if (!source.ok) return isOfThisOne(source.error) ? ok(false) : source
    const received = await this.blobs.receive(sha, stoppable(source.value, isStopping))
    if (received.ok) {
      this.refused.delete(sha)
      return ok(true)
    }
    if (isStopping()) return ok(false)
    switch (received.error.kind) {
      case 'closed':
        return err({ kind: 'vaultClosed' })
      case 'wrongHash':
      case 'tooLarge':
      case 'empty':
      case 'askFirst':
      case 'changedMeanwhile':
        this.refused.set(sha, bytes)
        this.log.warn('sync.attachmentRefused', { reason: received.error.kind, bytes })
        return ok(false)
      default:
        return err({ kind: 'thisLaptop', problem: received.error })
    }
  }
}

function notIn(blobs: readonly StoredBlob[], others: readonly StoredBlob[]): readonly StoredBlob[] {
  const sizes = new Map(others.map(({ sha, bytes }) => [sha, bytes]))
  // One of another size is torn there, or still being copied by somebody: whole, it is the same.
  return blobs.filter(({ sha, bytes }) => sizes.get(sha) !== bytes)
}

/** Ends between two pieces: a large file on a slow line must not keep the app from ending. */
function stoppable(source: BlobSource, isStopping: () => boolean): BlobSource {
  return { bytes: source.bytes, read: (offset, length) => (isStopping() ? Promise.resolve(err({ kind: 'other', code: 'ECANCELED' })) : source.read(offset, length)) }
}

/** A file that cannot be opened does not hold up the others. */
function isOfThisOne(problem: RemoteProblem): boolean {
  return problem.kind === 'noAccess' || problem.kind === 'damaged'
}

const nothingDone = { count: 0, problem: null }
