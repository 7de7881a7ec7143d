import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Account } from '#shared/domain/account/Account'
import type { PathStep } from '#shared/domain/path/PathStep'
import { reviewPoints } from '#shared/domain/review/reviewPoints'
import type { ReviewState } from '#shared/domain/review/reviewState'
import type { ChangedSince } from '#shared/ipc/contract'
import { formatDay } from '#shared/text/formatDate'
import { sayReview } from '#shared/text/review/sayReview'
import { ChangesPanel } from './ChangesPanel'
import { DecidePanel } from './DecidePanel'
import { PointsPanel } from './PointsPanel'
import { RemarkDialog } from './RemarkDialog'
import { RemarksPanel } from './RemarksPanel'
import type { RemarkPlace, ReviewActions } from './reviewActions'
import classes from './Review.module.css'
import { ReviewBadge } from './ReviewBadge'

interface ReviewPageProps {
  readonly account: Account
  readonly state: ReviewState
  readonly changes: ChangedSince
  /** What changed while the page was open; null for nothing. */
  readonly newer: ChangedSince | null
  readonly actions: ReviewActions
  readonly today: string
  readonly zone: string
  readonly isBusy: boolean
  readonly problem: string | null
  readonly onDecide: (decision: 'changesAsked' | 'approved', summary: string) => void
  readonly onAccount: () => void
  readonly onStep: (step: PathStep) => void
}

interface Asked extends RemarkPlace {
  readonly about: string
}

const wholeAccount: Asked = { at: '', field: '', key: null, about: 'About the account as a whole' }

/** One account as its reviewer sees it: what changed since the last approval, what deserves a look, and a decision. */
export function ReviewPage({ account, state, changes, newer, actions, today, zone, isBusy, problem, onDecide, onAccount, onStep }: ReviewPageProps) {
  const [asked, setAsked] = useState<Asked | null>(null)
  const points = useMemo(() => reviewPoints(account, today), [account, today])
  const { newest, current, approved } = state
  const onRemark = (place: RemarkPlace, about: string): void => setAsked({ ...place, about })
  const ofThisRound = state.openRemarks.filter(({ reviewId }) => reviewId === current?.id).length
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 className={classes.title}>{account.profile.name.trim() || 'Account without a name'}</h1>
        <ReviewBadge review={newest?.decision ?? 'none'} />
        <Button className={classes.end} onClick={onAccount}>
          Open the account
        </Button>
      </header>
      {newest && (
        <div className={classes.asked}>
          <p className={classes.words}>{sayReview(newest, zone)}</p>
          {newest.ask !== '' && <p className={classes.quote}>{newest.ask}</p>}
        </div>
      )}
      <div className={classes.columns}>
        <div className={classes.column}>
          {newer && <ChangesPanel title="Changed while you were looking" account={account} {...shown(newer)} {...{ onRemark, onStep }} />}
          <ChangesPanel title={sinceWords(approved?.decidedAt ?? null, changes.isKnown)} account={account} {...shown(changes)} {...{ onRemark, onStep }} />
        </div>
        <div className={classes.column}>
          <PointsPanel points={points} onRemark={onRemark} />
          <DecidePanel {...{ isBusy, problem, onDecide }} remarks={ofThisRound} onRemark={() => setAsked(wholeAccount)} />
          <RemarksPanel {...{ account, state, actions, zone }} />
        </div>
      </div>
      {asked && <RemarkDialog about={asked.about} onRemark={(text) => actions.remark(current, asked, text)} onClose={() => setAsked(null)} />}
    </div>
  )
}

function shown({ facts, sentences, more }: ChangedSince) {
  return { facts, more: Math.max(0, sentences.length + more - facts.length) }
}

function sinceWords(approvedAt: string | null, isKnown: boolean): string {
  if (approvedAt === null) return 'Everything, since nothing was approved yet'
  if (!isKnown) return 'Everything: the approved version is not on this laptop yet'
  return `Changed since the approval on ${formatDay(approvedAt.slice(0, 'yyyy-MM-dd'.length))}`
}
