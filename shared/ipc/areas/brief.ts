import { z } from 'zod'
import { AccountId, EntityId, type AccountFailure, type Answer, type Failure, type SavedFile } from './common'

export const briefInputs = {
  'brief.preview': z.strictObject({ accountId: AccountId, comparisonId: EntityId }),
  'brief.export': z.strictObject({ accountId: AccountId, comparisonId: EntityId, format: z.enum(['pdf', 'html']) }),
} as const

export interface BriefAnswers {
  'brief.preview': Answer<{ readonly html: string; readonly leftOut: number }, AccountFailure>
  'brief.export': Answer<SavedFile | null, Failure<'notPrinted'> | AccountFailure>
}
