import type { Scalar } from '#shared/domain/schema/fields'
import { readChangeMessage } from './changeMessage'

/** One value that stands at a place, and the operation that wrote it (`4@<actor>`). */
export interface Written {
  readonly value: Scalar
  readonly operation: string
}

/** What a change says of itself, of all that the document's library tells. */
export interface ChangeMeta {
  readonly hash: string
  readonly actor: string
  readonly author: string | null
  readonly startOp: number
  readonly maxOp: number
  /** The changes it is built on. */
  readonly deps: readonly string[]
  /** Seconds, as that laptop's clock claimed. */
  readonly time: number
  readonly message: string | null
}

/** One of each value; the first of equal ones stays. */
export function distinct(written: readonly Written[]): readonly Written[] {
  if (written.length < 2) return written
  return written.filter(({ value }, index) => written.findIndex((other) => other.value === value) === index)
}

/** The change that an operation belongs to. */
export function changeOf(metas: readonly ChangeMeta[], operation: string): ChangeMeta | undefined {
  const [counter = '', actor = ''] = operation.split('@')
  const at = Number(counter)
  return metas.find((meta) => meta.actor === actor && meta.startOp <= at && at <= meta.maxOp)
}

export function authorOf(meta: ChangeMeta | undefined): string | null {
  return meta ? (readChangeMessage(meta.message)?.by ?? null) : null
}

/** UTC ISO text; null for the skeleton, which has no time, and for a moment no calendar has. */
export function momentOf(seconds: number): string | null {
  return seconds > 0 && seconds < latestSecond ? new Date(seconds * 1000).toISOString() : null
}

/** End of the year 9999: later moments are written in another form and fit no field. */
const latestSecond = 253_402_300_800
