import { packName, type PackName } from './packName'
import type { PackStore, StoredPack } from './PackStore'

export interface NewWorkspace {
  readonly workspaceId: string
  readonly name: string
  /** Where the member keeps the account files of this workspace: an absolute path. */
  readonly accountFolder: string
}

export interface HeldPack extends PackName {
  readonly deviceId: string
  /** The file name, also on a remote. */
  readonly name: string
  readonly bytes: number
  /** Its device has replaced it by a base: nobody needs it, and where it is gone it is not put back. */
  readonly isRetired: boolean
  /** False for one that only says what its device has stored. */
  readonly hasContent: boolean
}

export interface VaultStats {
  readonly accounts: number
  readonly packs: number
  readonly packBytes: number
  /** Durable, but not yet in a pack that could travel. */
  readonly unsealedRecords: number
  readonly unsealedBytes: number
}

export function describedPack(store: PackStore, { deviceId, seq, sha, bytes, table }: StoredPack): HeldPack {
  const isRetired = seq <= store.stream(deviceId).state().retiredThrough
  return { deviceId, seq, sha, name: packName({ seq, sha }), bytes, isRetired, hasContent: table?.hasContent === true }
}
