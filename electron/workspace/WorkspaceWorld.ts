import type { Disk } from '../platform/Disk'
import type { VaultWorld } from '../vault/VaultWorld'

/** What workspaces need from outside. */
export interface WorkspaceWorld extends VaultWorld {
  /** The disk as it is used in a team folder, where colleagues read what is written. */
  readonly teamDisk: Disk
  /** The app's own folder on this laptop: vaults, settings, the member. */
  readonly userData: string
  /** Account folders are made below this one where the member names no other place. */
  readonly documentsFolder: string
}
