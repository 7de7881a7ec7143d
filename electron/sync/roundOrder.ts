import type { RoundCause } from './Pace'
import type { SyncLedger } from './SyncLedger'
import type { RoundOrder } from './SyncRound'

export interface RoundWish {
  readonly cause: RoundCause
  readonly seals: boolean
  readonly now: string
  /** Nothing has been listed whole yet in this session. */
  readonly isFirst: boolean
  readonly ledger: SyncLedger
  readonly deviceId: string
}

const dayMs = 24 * 60 * 60 * 1000
/** At the start of a session the newest own packs are read back; once a day all of them. */
const readBackAtStart = 64
/** So many days until every pack of the others that is held here has been read back once. */
const daysForForeign = 7

/** How much is looked at: everything at the start, once a day and when asked; otherwise only where something new can be. */
export function roundOrder({ cause, seals, now, isFirst, ledger, deviceId }: RoundWish): { readonly order: RoundOrder; readonly isComplete: boolean } {
  const isDayOld = ledger.completeAt === null || Math.abs(Date.parse(now) - Date.parse(ledger.completeAt)) >= dayMs
  const isComplete = cause !== 'quit' && (cause === 'asked' || isFirst || isDayOld)
  const day = Math.floor(Date.parse(now) / dayMs)
  const order: RoundOrder = {
    isComplete,
    seals,
    receives: cause !== 'quit',
    seenThrough: ledger.sent?.deviceId === deviceId ? ledger.sent.through : 0,
    readBack: !isComplete ? 0 : isDayOld ? Number.POSITIVE_INFINITY : readBackAtStart,
    readsBackForeign: ({ seq }) => isDayOld && (seq + day) % daysForForeign === 0,
  }
  return { order, isComplete }
}
