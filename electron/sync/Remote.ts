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

/** Tells that something has changed in a remote, where the place can tell at all. A hint: who needs to be sure looks. */
export interface RemoteWatch {
  /** From now on watches where these devices put their packs; called again as more become known. */
  follow(devices: readonly WatchedDevice[]): Promise<void>
  /** True while the system has taken it on to tell; it may still miss what other machines do. */
  readonly isWatching: boolean
  stop(): void
}

export interface WatchedDevice {
  readonly deviceId: string
  readonly newestBucket: number
}

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
  /** Takes a pack of this device away; one that is not there is gone already. */
  deletePack(deviceId: string, pack: RemotePack): Promise<Result<void, RemoteProblem>>
  /** Left out where the place cannot tell of changes by itself. */
  watch?(onChange: () => void): RemoteWatch
}
