import { Button } from '@mantine/core'
import { IconEyeCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { ReviewState } from '#shared/domain/review/reviewState'
import { sayReview, sayUnsent } from '#shared/text/review/sayReview'
import { Panel } from '../../ui/Panel'
import { AskDialog } from './AskDialog'
import type { ReviewActions } from './reviewActions'
import classes from './Review.module.css'
import { ReviewBadge } from './ReviewBadge'

interface ReviewPanelProps {
  readonly state: ReviewState
  readonly actions: ReviewActions
  readonly zone: string
  /** True where the newest decision is of this laptop and not in the team folder yet. */
  readonly isUnsent: boolean
  readonly onReview: () => void
}

/** On the page of an account: where its review stands, and the way to ask for one. */
export function ReviewPanel({ state: { newest, current, approved }, actions, zone, isUnsent, onReview }: ReviewPanelProps) {
  const [isAsking, setAsking] = useState(false)
  const isWaiting = current?.decision === 'waiting'
  return (
    <Panel
      title="Review"
      actions={
        !isWaiting && (
          <Button leftSection={<IconEyeCheck size={15} />} onClick={() => setAsking(true)}>
            {newest ? 'Ask for a review again' : 'Ask for a review'}
          </Button>
        )
      }
    >
      <div className={classes.body}>
        {newest ? (
          <>
            <ReviewBadge review={newest.decision} />
            <p className={classes.words}>{sayReview(newest, zone)}</p>
            {isWaiting && newest.ask !== '' && <p className={classes.quote}>{newest.ask}</p>}
            {!isWaiting && newest.summary !== '' && <p className={classes.quote}>{newest.summary}</p>}
            {isUnsent && newest.decision !== 'waiting' && <p className={classes.quiet}>{sayUnsent(newest.decision)}</p>}
          </>
        ) : (
          <p className={classes.quiet}>Nobody has looked at this yet. A colleague who does sees what changed, in words, and what is late or unknown.</p>
        )}
        <button type="button" className={classes.link} onClick={onReview}>
          {approved ? 'See what changed since the approval' : 'See it as a reviewer does'}
        </button>
      </div>
      {isAsking && <AskDialog onAsk={actions.ask} onClose={() => setAsking(false)} />}
    </Panel>
  )
}
