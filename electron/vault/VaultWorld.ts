import type { Clock } from '#shared/base/Clock'
import type { Ids } from '#shared/base/Ids'
import type { Disk } from '../platform/Disk'
import type { Log } from '../platform/Log'
import type { Processes } from '../platform/Processes'

/** What the vault needs from outside. */
export interface VaultWorld {
  readonly disk: Disk
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly processes: Processes
}
