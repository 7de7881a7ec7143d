import { Button, Textarea } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { Account } from '#shared/domain/account/Account'
import type { RemarkOfReview } from '#shared/domain/review/reviewState'
import { formatMoment } from '#shared/text/formatDate'
import { sayAbout } from '#shared/text/review/sayReview'
import type { ReviewActions } from './reviewActions'
import classes from './Review.module.css'

interface RemarkItemProps {
  readonly account: Account
  readonly item: RemarkOfReview
  readonly actions: ReviewActions
  readonly zone: string
}

/** One remark, what was answered, and whether it is settled. */
export function RemarkItem({ account, item: { reviewId, remark }, actions, zone }: RemarkItemProps) {
  const [draft, setDraft] = useState<string | null>(remark.answer === '' && remark.state === 'open' ? '' : null)
  const about = sayAbout(account, remark)
  const isSettled = remark.state === 'settled'
  const answerWord = remark.answer === '' ? 'Answer' : 'Change answer'
  const settleWord = isSettled ? 'Open again' : 'Settled'
  const submit = (): void => {
    if (draft === null || draft.trim() === '') return
    if (actions.answer(reviewId, remark, draft.trim())) setDraft(null)
  }
  return (
    <li className={classes.remark} data-settled={isSettled}>
      <p className={classes.about}>{about}</p>
      <p className={classes.words}>{remark.text}</p>
      <p className={classes.meta}>{signature(remark.by, remark.madeAt, zone)}</p>
      {remark.answer !== '' && draft === null && (
        <div className={classes.answer}>
          <p className={classes.words}>{remark.answer}</p>
          <p className={classes.meta}>{signature(remark.answeredBy, remark.answeredAt, zone)}</p>
        </div>
      )}
      {draft !== null && (
        <form
          className={classes.answerForm}
          noValidate
          onSubmit={(event) => {
            event.preventDefault()
            submit()
          }}
        >
          <Textarea
            aria-label={`Answer to the remark: ${remark.text}`}
            placeholder="Answer"
            maxLength={4000}
            value={draft}
            onChange={(event) => setDraft(event.currentTarget.value)}
          />
          <Button type="submit" disabled={draft.trim() === ''} aria-label={`Answer the remark: ${remark.text}`}>
            Answer
          </Button>
        </form>
      )}
      <div className={classes.remarkActions}>
        {draft === null && !isSettled && (
          <Button size="compact-sm" aria-label={`${answerWord}: ${remark.text}`} onClick={() => setDraft(remark.answer)}>
            {answerWord}
          </Button>
        )}
        {isSettled && (
          <span className={classes.settled}>
            <IconCheck size={14} aria-hidden /> settled
          </span>
        )}
        <Button size="compact-sm" aria-label={`${settleWord}: ${remark.text}`} onClick={() => actions.settle(reviewId, remark, isSettled ? 'open' : 'settled')}>
          {settleWord}
        </Button>
      </div>
    </li>
  )
}

function signature(by: string, at: string | null, zone: string): string {
  return [by.trim() || 'Somebody', ...(at === null ? [] : [formatMoment(at, zone)])].join(', ')
}
