import type { RoundCause } from './Pace'
import type { HeldPack } from '../vault/Vault'
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
  /** How many other devices there are. */
  readonly others: number
  readonly lacked: () => readonly HeldPack[]
}

const dayMs = 24 * 60 * 60 * 1000
/** At the start of a session the newest own packs are read back; once a day all of them. */
const readBackAtStart = 64
/** So many days until every pack of the others that is held here has been read back once. */
const daysForForeign = 7
/** What has been stored is told within a minute in a small team; in a large one less often, or everybody would read nothing else. */
const vectorAfterMs = 60_000
const smallTeam = 5

/** How much is looked at: everything at the start, once a day and when asked; otherwise only where something new can be. */
export function roundOrder({ cause, seals, now, isFirst, ledger, deviceId, others, lacked }: RoundWish): { readonly order: RoundOrder; readonly isComplete: boolean } {
  const isDayOld = ledger.completeAt === null || Math.abs(Date.parse(now) - Date.parse(ledger.completeAt)) >= dayMs
  const isComplete = cause !== 'quit' && (cause === 'asked' || isFirst || isDayOld)
  const day = Math.floor(Date.parse(now) / dayMs)
  const order: RoundOrder = {
    isComplete,
    seals,
    receives: cause !== 'quit',
    seenThrough: ledger.sent?.deviceId === deviceId ? ledger.sent.through : 0,
    readBack: !isComplete ? 0 : isDayOld ? Number.POSITIVE_INFINITY : readBackAtStart,
    lacked,
    vectorAfterMs: cause === 'asked' ? 0 : vectorAfterMs * Math.max(1, others / smallTeam),
    readsBackForeign: ({ seq }) => isDayOld && (seq + day) % daysForForeign === 0,
  }
  return { order, isComplete }
}
