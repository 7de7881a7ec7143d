import { Button } from '@mantine/core'
import { IconCheck, IconHelpCircle } from '@tabler/icons-react'
import type { Question } from '#shared/domain/account/Account'
import { formatDay } from '#shared/text/formatDate'
import classes from './AskPart.module.css'

interface AskPartProps {
  /** What is asked about the cell; null for nothing yet. */
  readonly question: Question | null
  /** Opens the form of the question; a new one where there is none. */
  readonly onAsk: () => void
  readonly onAccept: () => void
}

/** What to do about something nobody knows: have it found out, or leave it so on purpose. */
export function AskPart({ question, onAsk, onAccept }: AskPartProps) {
  const isAccepted = question?.state === 'accepted'
  return (
    <div className={classes.part}>
      {question && <p className={classes.words}>{isAccepted ? 'Accepted as not known.' : askedWords(question)}</p>}
      <div className={classes.actions}>
        <Button size="compact-sm" leftSection={<IconHelpCircle size={14} />} onClick={onAsk}>
          {question === null ? 'Ask' : 'Edit the question'}
        </Button>
        {!isAccepted && (
          <Button size="compact-sm" leftSection={<IconCheck size={14} />} onClick={onAccept}>
            Accept as not known
          </Button>
        )}
      </div>
    </div>
  )
}

function askedWords({ owner, ownerSide, dueOn }: Question): string {
  const name = owner.trim()
  const who = name === '' ? (ownerSide === 'ours' ? 'we find out' : 'the buyer finds out') : `${name} finds out`
  return `Asked: ${who}${dueOn === null ? '' : ` by ${formatDay(dueOn)}`}.`
}
