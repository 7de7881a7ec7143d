import type { Account, Remark, Review } from '../account/Account'
import { newestReview } from '../account/AccountRow'
import { inOrder } from '../schema/order'

export interface RemarkOfReview {
  readonly reviewId: string
  readonly remark: Remark
}

export interface ReviewState {
  /** The review that is under way: waiting, or with changes asked. Null after an approval and before the first. */
  readonly current: Review | null
  /** The newest of all, whatever became of it. */
  readonly newest: Review | null
  /** The newest approval: what is compared with. */
  readonly approved: Review | null
  readonly openRemarks: readonly RemarkOfReview[]
  readonly settledRemarks: readonly RemarkOfReview[]
}

/** Where the reviews of an account stand. Remarks of earlier rounds stay open until somebody settles them. */
export function reviewState(account: Account): ReviewState {
  const reviews = inOrder(account.reviews)
  const newest = newestReview(reviews)
  const remarks = reviews.flatMap((review) => inOrder(review.remarks).map((remark): RemarkOfReview => ({ reviewId: review.id, remark })))
  return {
    newest,
    current: newest?.decision === 'approved' ? null : newest,
    approved: newestReview(reviews.filter((review) => review.decision === 'approved')),
    openRemarks: remarks.filter(({ remark }) => remark.state === 'open'),
    settledRemarks: remarks.filter(({ remark }) => remark.state === 'settled'),
  }
}
