import { ok, type Result } from '#shared/base/Result'
import { bucketOf, packName } from '../vault/packName'
import type { StreamState, Vault } from '../vault/Vault'
import type { Remote, RemotePack, RemoteProblem } from './Remote'

export interface ForeignStream {
  readonly deviceId: string
  /** Packs on the remote that are not held here and that somebody still needs. */
  readonly wanted: readonly RemotePack[]
  /** Names on the remote, as far as they were listed. */
  readonly listed: ReadonlySet<string>
}

/**
 * What the remote holds of another device. A poll looks where something new can be: at the newest
 * known bucket, the next, and wherever a pack is still missing. Never only behind the highest number:
 * folders show files late and in any order.
 */
export async function listForeignStream(vault: Vault, remote: Remote, deviceId: string, isComplete: boolean): Promise<Result<ForeignStream, RemoteProblem>> {
  const stream = vault.streams().find((known) => known.deviceId === deviceId)
  const buckets = isComplete || !stream ? await remote.listBuckets(deviceId) : ok(bucketsToPoll(stream))
  if (!buckets.ok) return buckets
  const listed: RemotePack[] = []
  for (const bucket of buckets.value) {
    const packs = await remote.listPacks(deviceId, bucket)
    if (!packs.ok) return packs
    listed.push(...packs.value)
  }
  const held = new Set(vault.packs(deviceId).map((pack) => pack.name))
  const wanted = listed.filter((pack) => !held.has(packName(pack)) && pack.seq > (stream?.retiredThrough ?? 0))
  return ok({ deviceId, wanted: newestFirst(wanted), listed: new Set(listed.map(packName)) })
}

/** The newest pack tells which of the others are retired; then the rest in the order in which they were written. */
function newestFirst(packs: readonly RemotePack[]): readonly RemotePack[] {
  const newest = packs.at(-1)
  return newest ? [newest, ...packs.slice(0, -1)] : packs
}

function bucketsToPoll(stream: StreamState): readonly number[] {
  const buckets = new Set([stream.newestBucket, stream.newestBucket + 1])
  for (const hole of stream.holes) {
    for (let bucket = bucketOf(hole.from); bucket <= bucketOf(hole.to); bucket++) buckets.add(bucket)
  }
  return [...buckets].sort((a, b) => a - b)
}
