import type { Account } from '#shared/domain/account/Account'
import type { ReviewState } from '#shared/domain/review/reviewState'
import { formatList } from '#shared/text/format'
import { Internal } from '../../ui/Internal'
import { Panel } from '../../ui/Panel'
import { RemarkItem } from './RemarkItem'
import type { ReviewActions } from './reviewActions'
import classes from './Review.module.css'

interface RemarksPanelProps {
  readonly account: Account
  readonly state: ReviewState
  readonly actions: ReviewActions
  readonly zone: string
}

/** What was remarked and not settled yet, with room to answer. Nothing where there is nothing. */
export function RemarksPanel({ account, state: { openRemarks, settledRemarks }, actions, zone }: RemarksPanelProps) {
  if (openRemarks.length === 0 && settledRemarks.length === 0) return null
  const names = [...new Set([...openRemarks, ...settledRemarks].map(({ remark }) => remark.by.trim()))].filter((name) => name !== '')
  const item = (entry: ReviewState['openRemarks'][number]) => <RemarkItem key={entry.remark.id} {...{ account, actions, zone }} item={entry} />
  return (
    <Panel title={names.length === 0 ? 'Remarks' : `Remarks of ${formatList(names)}`} count={openRemarks.length}>
      <div className={classes.full}>
        <Internal>
          {openRemarks.length === 0 ? <p className={classes.quiet}>Every remark is settled.</p> : <ul className={classes.remarks}>{openRemarks.map(item)}</ul>}
          {settledRemarks.length > 0 && (
            <details className={classes.folded}>
              <summary>{settledRemarks.length === 1 ? '1 settled remark' : `${settledRemarks.length} settled remarks`}</summary>
              <ul className={classes.remarks}>{settledRemarks.map(item)}</ul>
            </details>
          )}
        </Internal>
      </div>
    </Panel>
  )
}
