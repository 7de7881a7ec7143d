import { z } from 'zod'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import { accountSchema } from '#shared/domain/account/accountSchema'
import { foundKinds, type SearchWords } from '#shared/domain/find/wordsOfAccount'
import type { Fingerprint } from '../fingerprint'

/** The account file as this device last wrote it. */
export interface WrittenFile {
  readonly name: string
  readonly sha256: string
  /** What was in it. */
  readonly fingerprint: Fingerprint
}

/** What this device knows of one account without opening it. */
export interface IndexEntry {
  readonly row: AccountRow
  /** What the account is found by. */
  readonly words: readonly SearchWords[]
  /** Of the records the row was computed from. */
  readonly fingerprint: Fingerprint
  readonly file: WrittenFile | null
}

export interface IndexShard {
  readonly version: typeof indexVersion
  readonly entries: { readonly [accountId: string]: IndexEntry }
}

/** Raised when a row gets another shape: older files are then no index, and everything is computed again. */
const indexVersion = 3

const Hex = z.string().regex(/^[0-9a-f]+$/)

const Row = z.object({
  accountId: z.string(),
  name: z.string(),
  industry: z.string(),
  domain: z.string(),
  mails: z.array(z.string()).readonly(),
  owner: z.string(),
  question: z.string(),
  status: z.enum(accountSchema.profile.entity.fields.status.choices),
  isSample: z.boolean(),
  isRemoved: z.boolean(),
  comparisons: z.number(),
  unknowns: z.number(),
  meetings: z.array(z.object({ meetingId: z.string(), title: z.string(), startsAt: z.string() })).readonly(),
  contradictionsOpen: z.number(),
  answersOwed: z.number(),
  promisesOpen: z.number(),
  nextDueOn: z.string().nullable(),
  review: z.enum(['none', 'waiting', 'changesAsked', 'approved']),
  remarksOpen: z.number(),
  conflicts: z.number(),
  changedAt: z.string().nullable(),
}) satisfies z.ZodType<AccountRow>

const Words = z.object({ kind: z.enum(foundKinds), id: z.string(), title: z.string(), detail: z.string(), comparisonId: z.string().nullable() }) satisfies z.ZodType<SearchWords>

/** null for what is no row, or one of another version. */
export function parseRow(plain: unknown): AccountRow | null {
  return Row.safeParse(plain).data ?? null
}

const Shard = z.object({
  version: z.literal(indexVersion),
  entries: z.record(z.string(), z.object({ row: Row, words: z.array(Words).readonly(), fingerprint: Hex, file: z.object({ name: z.string(), sha256: Hex, fingerprint: Hex }).nullable() })),
})

export const emptyShard: IndexShard = { version: indexVersion, entries: {} }

/** null for damage and for another version. */
export function parseShard(plain: unknown): IndexShard | null {
  const shard = Shard.safeParse(plain)
  return shard.success ? shard.data : null
}
