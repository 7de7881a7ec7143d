import { ok, type Result } from '#shared/base/Result'
import { bucketOf, packName, packsPerBucket } from '../vault/packName'
import type { HeldPack, Vault } from '../vault/Vault'
import type { Remote, RemotePack, RemoteProblem } from './Remote'

/** What the remote holds of this device's own stream. */
export interface OwnStream {
  /** Every own pack up to here is on the remote. */
  readonly through: number
  /** Own packs that the remote does not hold, in the order of their numbers. */
  readonly missing: readonly HeldPack[]
  readonly present: readonly HeldPack[]
  /** Packs under this device's name that the device does not know: a cloned laptop or a restored backup wrote them. */
  readonly unknown: readonly RemotePack[]
  /** A pack that had been there is gone: somebody emptied the remote or put an old copy of it back. */
  readonly hasLost: boolean
}

/**
 * Lists the own stream: everything, or from the first pack on that was not seen yet. A pack that was
 * seen before and is gone makes it list everything, since nobody but this device would miss it.
 */
export async function listOwnStream(vault: Vault, remote: Remote, seenThrough: number, isComplete: boolean): Promise<Result<OwnStream, RemoteProblem>> {
  const held = [...vault.ownPacks()].sort((a, b) => a.seq - b.seq)
  const newest = held.at(-1)?.seq ?? 0
  const firstBucket = isComplete ? 0 : bucketOf(Math.min(seenThrough, newest))
  const buckets = isComplete ? await remote.listBuckets(vault.deviceId) : ok(range(firstBucket, bucketOf(newest) + 1))
  if (!buckets.ok) return buckets
  const listed: RemotePack[] = []
  for (const bucket of buckets.value) {
    const packs = await remote.listPacks(vault.deviceId, bucket)
    if (!packs.ok) return packs
    listed.push(...packs.value)
  }
  const names = new Set(listed.map(packName))
  const looked = held.filter((pack) => pack.seq >= firstBucket * packsPerBucket)
  const missing = looked.filter((pack) => !names.has(pack.name))
  const hasLost = missing.some((pack) => pack.seq <= seenThrough)
  if (hasLost && !isComplete) return listOwnStream(vault, remote, seenThrough, true)
  const known = new Set(held.map((pack) => pack.name))
  return ok({
    through: (missing[0]?.seq ?? newest + 1) - 1,
    missing,
    present: looked.filter((pack) => names.has(pack.name)),
    unknown: listed.filter((pack) => !known.has(packName(pack))),
    hasLost,
  })
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
