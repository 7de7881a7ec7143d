import { ActionIcon, Button, VisuallyHidden } from '@mantine/core'
import { IconArrowsSort, IconBulb, IconEqualNot, IconFileExport, IconPencil, IconPlus } from '@tabler/icons-react'
import type { Comparison } from '#shared/domain/account/Account'
import { formatCount } from '#shared/text/format'
import { Keys } from '../../ui/Keys'
import type { CompareDialog } from './CompareDialog'
import type { CompareView } from './compareView'
import classes from './ComparePage.module.css'

interface CompareToolbarProps {
  readonly comparison: Comparison
  readonly view: CompareView
  readonly differencesOnly: boolean
  readonly isByRank: boolean
  readonly onToggleDifferences: () => void
  readonly onToggleOrder: () => void
  readonly onDialog: (dialog: CompareDialog) => void
  readonly onTakeAway: () => void
}

/** What can be done to the comparison as a whole. */
export function CompareToolbar({ comparison, view, onDialog, ...props }: CompareToolbarProps) {
  const counts = [...(view.unknowns > 0 ? [`${view.unknowns} not known`] : []), ...(view.olds > 0 ? [formatCount(view.olds, 'old source')] : [])]
  return (
    <div className={classes.toolbar}>
      <VisuallyHidden component="h2">{comparison.title}</VisuallyHidden>
      <Button
        aria-pressed={props.differencesOnly}
        data-pressed={props.differencesOnly || undefined}
        className={classes.toggle}
        leftSection={<IconEqualNot size={15} />}
        rightSection={<Keys>D</Keys>}
        onClick={props.onToggleDifferences}
      >
        Differences only
      </Button>
      <Button
        aria-pressed={props.isByRank}
        data-pressed={props.isByRank || undefined}
        className={classes.toggle}
        leftSection={<IconArrowsSort size={15} />}
        onClick={props.onToggleOrder}
      >
        Sort by rank
      </Button>
      <Button leftSection={<IconPlus size={15} />} onClick={() => onDialog({ kind: 'option', optionId: null })}>
        Option
      </Button>
      <Button leftSection={<IconPlus size={15} />} onClick={() => onDialog({ kind: 'criterion', criterionId: null, asMustHave: false })}>
        Criterion
      </Button>
      {view.setAside.length > 0 && <Button onClick={() => onDialog({ kind: 'setAsideList' })}>Set aside ({view.setAside.length})</Button>}
      <div className={classes.titles}>
        <p className={classes.question} title={comparison.question}>
          {comparison.question}
        </p>
        <ActionIcon size={24} aria-label="Edit title and question" onClick={() => onDialog({ kind: 'details' })}>
          <IconPencil size={15} />
        </ActionIcon>
      </div>
      <span className={classes.counts}>{counts.join(' · ')}</span>
      <Button className={classes.whyButton} leftSection={<IconBulb size={15} />} onClick={() => onDialog({ kind: 'why' })}>
        Why this order
      </Button>
      <Button leftSection={<IconFileExport size={15} />} onClick={props.onTakeAway}>
        Take away
      </Button>
    </div>
  )
}
