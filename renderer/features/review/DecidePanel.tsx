import { Button, Textarea } from '@mantine/core'
import { useState } from 'react'
import { Panel } from '../../ui/Panel'
import { Problem } from '../../ui/Problem'
import classes from './Review.module.css'

interface DecidePanelProps {
  /** Remarks of this round: one is enough to ask for changes. */
  readonly remarks: number
  readonly isBusy: boolean
  /** Why the last decision was not taken. */
  readonly problem: string | null
  readonly onDecide: (decision: 'changesAsked' | 'approved', summary: string) => void
  readonly onRemark: () => void
}

/** The end of a review: one of two buttons, for exactly the version that was looked at. */
export function DecidePanel({ remarks, isBusy, problem, onDecide, onRemark }: DecidePanelProps) {
  const [summary, setSummary] = useState('')
  const [missing, setMissing] = useState<string | null>(null)
  const askForChanges = (): void => {
    if (remarks === 0 && summary.trim() === '') return setMissing('Say what should change: leave a remark on a line, or write it here.')
    setMissing(null)
    onDecide('changesAsked', summary.trim())
  }
  return (
    <Panel title="Your decision">
      <div className={classes.body}>
        <Textarea
          className={classes.wide}
          label="In one or two sentences"
          description="Your colleague reads this; the buyer never does"
          maxLength={4000}
          value={summary}
          error={missing}
          onChange={(event) => setSummary(event.currentTarget.value)}
        />
        {problem !== null && <Problem>{problem}</Problem>}
        <div className={classes.decide}>
          <Button aria-label="Remark on the account as a whole" onClick={onRemark}>
            Remark
          </Button>
          <Button disabled={isBusy} onClick={askForChanges}>
            Ask for changes
          </Button>
          <Button variant="filled" disabled={isBusy} onClick={() => onDecide('approved', summary.trim())}>
            Approve
          </Button>
        </div>
      </div>
    </Panel>
  )
}
