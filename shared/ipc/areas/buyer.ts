import { z } from 'zod'
import type { BuyerView } from '../../domain/redaction/BuyerView'
import type { Settings } from './app'
import { AccountId, EntityId, type AccountFailure, type Answer, type Failure } from './common'

export const buyerInputs = {
  /**
   * Hands the window to the buyer: its page is taken down, and the one that follows may only ask for what is
   * below. Answered before the page goes, so that it can send what it still holds.
   */
  'buyer.show': z.strictObject({ accountId: AccountId, comparisonId: EntityId }),
  /** What the page for the buyer shows, made anew each time it asks. */
  'buyer.view': z.strictObject({}),
  /** Gives the window back to the member, where it was before. */
  'buyer.leave': z.strictObject({}),
} as const

export interface ShownToBuyer {
  readonly view: BuyerView
  readonly today: string
  readonly theme: Settings['theme']
}

export interface BuyerAnswers {
  'buyer.show': Answer<void, AccountFailure>
  'buyer.view': Answer<ShownToBuyer, Failure<'nothingShown'> | AccountFailure>
  'buyer.leave': Answer<void, never>
}
