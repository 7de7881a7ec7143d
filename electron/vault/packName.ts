/** The place of a pack in a stream, as its file name says it. */
export interface PackName {
  readonly seq: number
  readonly sha: string
}

/** So many packs lie in one folder, so that a poll lists few names. */
export const packsPerBucket = 256

/** The last number whose bucket still has five digits. */
export const maximumSeq = packsPerBucket * 100_000 - 1

export function packName(pack: PackName): string {
  return `${String(pack.seq).padStart(8, '0')}-${pack.sha}.pack`
}

/** Null for every other name: conflicted copies, temporary files and strangers are not packs. */
export function parsePackName(name: string): PackName | null {
  const match = /^(\d{8})-([0-9a-f]{64})\.pack$/.exec(name)
  if (match === null) return null
  const seq = Number(match[1])
  return seq >= 1 && seq <= maximumSeq ? { seq, sha: match[2] ?? '' } : null
}

export function bucketOf(seq: number): number {
  return Math.floor(seq / packsPerBucket)
}

export function bucketName(bucket: number): string {
  return String(bucket).padStart(5, '0')
}

/** Null for every other name. */
export function parseBucketName(name: string): number | null {
  return /^\d{5}$/.test(name) ? Number(name) : null
}
