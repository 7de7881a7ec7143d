import { z } from 'zod'
import type { FoundKind } from '../../domain/find/wordsOfAccount'
import { AccountId, type Answer, type VaultFailure } from './common'

export const searchInputs = {
  /** Over all accounts of this laptop, from the index; `current` comes first. */
  'search.find': z.strictObject({ text: z.string().max(200), current: AccountId.nullable(), limit: z.int().min(1).max(50) }),
} as const

/** One thing that was found, with the account it lies in. */
export interface Found {
  readonly kind: FoundKind
  readonly accountId: string
  readonly accountName: string
  /** Empty for the account itself. */
  readonly id: string
  readonly comparisonId: string | null
  readonly title: string
  readonly detail: string
  /** The words of it that were meant, in small letters without accents. */
  readonly words: readonly string[]
}

export interface FoundSoFar {
  readonly found: readonly Found[]
  /** False while the words of the accounts are still being read: asked again, there may be more. */
  readonly isComplete: boolean
}

export interface SearchAnswers {
  'search.find': Answer<FoundSoFar, VaultFailure>
}
