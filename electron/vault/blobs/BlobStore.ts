import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { err, ok, type Result } from '#shared/base/Result'
import type { Disk, DiskProblem, DiskResult } from '../../platform/Disk'
import { ensureDirectory } from '../../platform/ensureDirectory'
import { removeLeftovers } from '../removeLeftovers'
import { setAsideAs } from '../setAside'
import { fileSource, readPieces, type BlobSource } from './BlobSource'
import { writeBlob } from './writeBlob'

export interface StoredBlob {
  readonly sha: string
  readonly bytes: number
}

/** Above this the member is asked whether it is meant: everybody in the team gets a copy. */
export const askAboveBytes = 20 * 1024 * 1024

/** Above this it does not belong into an account. */
export const refuseAboveBytes = 200 * 1024 * 1024

export type BlobRefused =
  /** Ask, then call again with `isLargeAgreed`. */
  | { readonly kind: 'askFirst'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'tooLarge'; readonly bytes: number; readonly limit: number }
  | { readonly kind: 'empty' }
  /** The file was written to while it was read. */
  | { readonly kind: 'changedMeanwhile' }
  /** From elsewhere: the bytes are not those the name stands for. */
  | { readonly kind: 'wrongHash' }
  | { readonly kind: 'closed' }
  | DiskProblem

/** Attachments of one vault, each under the hash of its content: written once, read in pieces, never changed. */
export class BlobStore {
  constructor(
    private readonly disk: Disk,
    private readonly folder: string,
    private readonly isClosed: () => boolean,
  ) {}

  /** Stores a file of the member. Flushed when it answers ok; what is there already is not written again. */
  async add(source: BlobSource, { isLargeAgreed }: { readonly isLargeAgreed: boolean }): Promise<Result<StoredBlob, BlobRefused>> {
    if (source.bytes > askAboveBytes && source.bytes <= refuseAboveBytes && !isLargeAgreed) return err({ kind: 'askFirst', bytes: source.bytes, limit: askAboveBytes })
    const refused = this.refusal(source)
    if (refused !== null) return err(refused)
    const sha = await hashOf(source)
    if (!sha.ok) return sha.error.kind === 'short' ? err({ kind: 'changedMeanwhile' }) : err(sha.error)
    const stored = await this.store(sha.value, source)
    return stored.ok || stored.error.kind !== 'wrongHash' ? stored : err({ kind: 'changedMeanwhile' })
  }

  /** Takes an attachment from elsewhere, if it is the one it is called. */
  async receive(sha: string, source: BlobSource): Promise<Result<StoredBlob, BlobRefused>> {
    if (!isSha(sha)) return err({ kind: 'wrongHash' })
    const refused = this.refusal(source)
    return refused === null ? this.store(sha, source) : err(refused)
  }

  async has(sha: string): Promise<boolean> {
    return isSha(sha) && (await this.disk.stat(this.path(sha))).ok
  }

  /** To be read in pieces; `missing` where it is not here. Whether it is whole, `check` tells. */
  open(sha: string): Promise<Result<BlobSource, DiskProblem>> {
    return isSha(sha) ? fileSource(this.disk, this.path(sha)) : Promise.resolve(err({ kind: 'missing' }))
  }

  async list(): DiskResult<readonly StoredBlob[]> {
    const blobs: StoredBlob[] = []
    const folders = await this.folders()
    if (!folders.ok) return folders
    for (const start of folders.value) {
      const names = await this.disk.readDirectory(join(this.folder, start))
      if (!names.ok) return names
      for (const { name, kind } of names.value) {
        if (kind !== 'file' || !isSha(name) || !name.startsWith(start)) continue
        const found = await this.disk.stat(join(this.folder, start, name))
        if (found.ok) blobs.push({ sha: name, bytes: found.value.size })
      }
    }
    return ok(blobs.sort((a, b) => (a.sha < b.sha ? -1 : 1)))
  }

  /** Reads it all. One that is not what it is called is set aside, so that the whole one can come again. */
  async check(sha: string): Promise<Result<'whole' | 'damaged', DiskProblem>> {
    const found = await this.hashFound(sha)
    if (!found.ok) return found
    if (found.value === sha) return ok('whole')
    await setAsideAs(this.disk, join(this.folder, sha.slice(0, 2)), sha, found.value)
    return ok('damaged')
  }

  /** As `check`, without touching anything. */
  async isWhole(sha: string): Promise<Result<boolean, DiskProblem>> {
    const found = await this.hashFound(sha)
    return found.ok ? ok(found.value === sha) : found
  }

  /** Deletes what a crash left half written. Only while nobody writes. */
  async removeLeftovers(): Promise<void> {
    const folders = await this.folders()
    for (const start of folders.ok ? folders.value : []) await removeLeftovers(this.disk, join(this.folder, start))
  }

  private async hashFound(sha: string): Promise<Result<string, DiskProblem>> {
    const source = await this.open(sha)
    const found = source.ok ? await hashOf(source.value) : source
    if (found.ok) return found
    return found.error.kind === 'short' ? ok('0'.repeat(64)) : err(found.error)
  }

  private refusal({ bytes }: BlobSource): BlobRefused | null {
    if (this.isClosed()) return { kind: 'closed' }
    if (bytes === 0) return { kind: 'empty' }
    return bytes > refuseAboveBytes ? { kind: 'tooLarge', bytes, limit: refuseAboveBytes } : null
  }

  private async store(sha: string, source: BlobSource): Promise<Result<StoredBlob, BlobRefused>> {
    const stored: StoredBlob = { sha, bytes: source.bytes }
    if (await this.has(sha)) {
      const checked = await this.check(sha)
      if (!checked.ok) return checked
      if (checked.value === 'whole') return ok(stored)
    }
    const folder = join(this.folder, sha.slice(0, 2))
    const made = await ensureDirectory(this.disk, folder)
    const written = made.ok ? await writeBlob(this.disk, folder, sha, source) : made
    return written.ok ? ok(stored) : written
  }

  private async folders(): DiskResult<readonly string[]> {
    const listed = await this.disk.readDirectory(this.folder)
    if (!listed.ok) return listed.error.kind === 'missing' ? ok([]) : listed
    return ok(listed.value.filter(({ name, kind }) => kind === 'directory' && /^[0-9a-f]{2}$/.test(name)).map(({ name }) => name))
  }

  private path(sha: string): string {
    return join(this.folder, sha.slice(0, 2), sha)
  }
}

async function hashOf(source: BlobSource): Promise<Result<string, DiskProblem | { readonly kind: 'short' }>> {
  const hash = createHash('sha256')
  const read = await readPieces<never>(source, (piece) => {
    hash.update(piece)
    return Promise.resolve(ok())
  })
  return read.ok ? ok(hash.digest('hex')) : read
}

/** True for what can be the name of an attachment. */
export function isSha(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}
