import { Button } from '@mantine/core'
import type { OptionFacts } from '#shared/domain/comparison/ComparisonFacts'
import { asSentence } from '#shared/text/decision/sayStability'
import { formatDay } from '#shared/text/formatDate'
import { SidePanel } from '../../../ui/SidePanel'
import { optionKindWords } from '../../../ui/words'
import classes from './SetAsidePanel.module.css'

interface SetAsidePanelProps {
  readonly options: readonly OptionFacts[]
  readonly onBringBack: (optionId: string) => void
  readonly onClose: () => void
}

/** What was left out of the table, and why. */
export function SetAsidePanel({ options, onBringBack, onClose }: SetAsidePanelProps) {
  return (
    <SidePanel title="Set aside" onClose={onClose}>
      {options.length === 0 && <p className={classes.none}>Nothing is set aside.</p>}
      <ul className={classes.list}>
        {options.map((option) => (
          <li key={option.id} className={classes.item}>
            <p className={classes.name}>{option.name}</p>
            <p className={classes.meta}>
              {optionKindWords[option.kind]}
              {option.setAsideOn && ` · since ${formatDay(option.setAsideOn)}`}
            </p>
            <p className={classes.reason}>{asSentence(option.setAsideReason)}</p>
            <Button size="compact-sm" onClick={() => onBringBack(option.id)} aria-label={`Bring back ${option.name}`}>
              Bring back
            </Button>
          </li>
        ))}
      </ul>
    </SidePanel>
  )
}
