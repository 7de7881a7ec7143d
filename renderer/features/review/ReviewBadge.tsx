import { IconCircleCheck, IconClock, IconPencilExclamation, type Icon } from '@tabler/icons-react'
import type { ReviewInRow } from '#shared/domain/account/AccountRow'
import { reviewWords } from '#shared/text/review/sayReview'
import classes from './Review.module.css'

const icons: { readonly [State in ReviewInRow]: Icon } = { none: IconClock, waiting: IconClock, changesAsked: IconPencilExclamation, approved: IconCircleCheck }

/** Where a review stands: a sign with its word. */
export function ReviewBadge({ review }: { readonly review: ReviewInRow }) {
  const StateIcon = icons[review]
  return (
    <span className={classes.badge} data-review={review}>
      <StateIcon size={15} aria-hidden />
      {reviewWords[review]}
    </span>
  )
}
