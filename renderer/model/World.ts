import type { Clock } from '#shared/base/Clock'
import type { Ids } from '#shared/base/Ids'
import type { DesktopBridge } from '#shared/ipc/contract'

/** What the model needs from outside. Passed in, so that each test starts fresh and is repeatable. */
export interface World {
  readonly desktop: DesktopBridge
  readonly ids: Ids
  readonly clock: Clock
}
