import { ok, type Result } from '#shared/base/Result'
import type { Disk, DiskProblem, DiskResult } from '../../platform/Disk'

/** Bytes that are read piece by piece: an attachment is never in memory as a whole. */
export interface BlobSource {
  readonly bytes: number
  /** Answers fewer bytes than asked where there are no more. */
  read(offset: number, length: number): DiskResult<Uint8Array>
}

/** So much of an attachment is in memory at a time. */
export const blobPieceBytes = 1024 * 1024

/** A file as it is now. */
export async function fileSource(disk: Disk, path: string): Promise<Result<BlobSource, DiskProblem>> {
  const found = await disk.stat(path)
  if (!found.ok) return found
  if (found.value.kind !== 'file') return { ok: false, error: { kind: 'other', code: 'EISDIR' } }
  return ok({ bytes: found.value.size, read: (offset, length) => disk.readRange(path, offset, length) })
}

export function bytesSource(bytes: Uint8Array): BlobSource {
  return { bytes: bytes.length, read: (offset, length) => Promise.resolve(ok(bytes.slice(offset, offset + length))) }
}

/** Hands over all pieces in order. Ends at the first refusal, of the source or of `take`; `short` where the source had less than it said. */
export async function readPieces<P>(source: BlobSource, take: (piece: Uint8Array, offset: number) => Promise<Result<void, P>>): Promise<Result<void, P | DiskProblem | { readonly kind: 'short' }>> {
  for (let offset = 0; offset < source.bytes; offset += blobPieceBytes) {
    const wanted = Math.min(blobPieceBytes, source.bytes - offset)
    const piece = await source.read(offset, wanted)
    if (!piece.ok) return piece
    if (piece.value.length !== wanted) return { ok: false, error: { kind: 'short' } }
    const taken = await take(piece.value, offset)
    if (!taken.ok) return taken
  }
  return ok()
}
