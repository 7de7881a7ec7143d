import type { Result } from '#shared/base/Result'

export interface SpaceFile {
  readonly format: 1
  readonly spaceId: string
  readonly protection: 'none' | 'sealed-1'
  readonly founderKey: string | null
  /** What the team calls its workspace. */
  readonly name: string
}

export interface RemotePack {
  readonly seq: number
  readonly sha: string
}

/** offline: not reachable now, comes back by itself; the rest needs somebody. */
export type RemoteProblem =
  | { readonly kind: 'offline' }
  | { readonly kind: 'readOnly' | 'diskFull' | 'noAccess' }
  | { readonly kind: 'wrongVersion'; readonly found: string }
  | { readonly kind: 'otherSpace'; readonly found: string }
  | { readonly kind: 'damaged'; readonly what: string }
  | { readonly kind: 'other'; readonly code: string }

/**
 * A place that carries packs unchanged between laptops. It is a relay: laptops hold the truth and
 * can refill it. Every implementation passes `describeRemote`.
 */
export interface Remote {
  /** null: nothing of ours is there yet. */
  readSpace(): Promise<Result<SpaceFile | null, RemoteProblem>>
  /** Written once; answers the one that stands there, also when somebody else was first. */
  writeSpace(space: SpaceFile): Promise<Result<SpaceFile, RemoteProblem>>
  listDevices(): Promise<Result<readonly string[], RemoteProblem>>
  listBuckets(deviceId: string): Promise<Result<readonly number[], RemoteProblem>>
  listPacks(deviceId: string, bucket: number): Promise<Result<readonly RemotePack[], RemoteProblem>>
  getPack(deviceId: string, pack: RemotePack): Promise<Result<Uint8Array, RemoteProblem>>
  /** Complete and flushed when it answers ok. Putting the same pack again does nothing. */
  putPack(deviceId: string, pack: RemotePack, bytes: Uint8Array): Promise<Result<void, RemoteProblem>>
}
