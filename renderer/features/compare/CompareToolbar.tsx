import { ActionIcon, Button, VisuallyHidden } from '@mantine/core'
import { IconArrowsSort, IconBulb, IconEqualNot, IconFileExport, IconPencil, IconPlus } from '@tabler/icons-react'
import { formatCount } from '#shared/text/format'
import { Keys } from '../../ui/Keys'
import classes from './ComparePage.module.css'

interface CompareToolbarProps {
  readonly title: string
  readonly question: string
  readonly differencesOnly: boolean
  readonly isByRank: boolean
  readonly setAside: number
  readonly unknowns: number
  readonly olds: number
  readonly onEditDetails: () => void
  readonly onToggleDifferences: () => void
  readonly onToggleOrder: () => void
  readonly onAddOption: () => void
  readonly onAddCriterion: () => void
  readonly onShowSetAside: () => void
  readonly onShowWhy: () => void
  readonly onTakeAway: () => void
}

/** What can be done to the comparison as a whole. */
export function CompareToolbar(props: CompareToolbarProps) {
  return (
    <div className={classes.toolbar}>
      <VisuallyHidden component="h1">{props.title}</VisuallyHidden>
        <Button aria-pressed={props.differencesOnly} data-pressed={props.differencesOnly || undefined} className={classes.toggle} leftSection={<IconEqualNot size={15} />} rightSection={<Keys>D</Keys>} onClick={props.onToggleDifferences}>
          Differences only
        </Button>
        <Button aria-pressed={props.isByRank} data-pressed={props.isByRank || undefined} className={classes.toggle} leftSection={<IconArrowsSort size={15} />} onClick={props.onToggleOrder}>
          Sort by rank
        </Button>
        <Button leftSection={<IconPlus size={15} />} onClick={props.onAddOption}>
          Option
        </Button>
        <Button leftSection={<IconPlus size={15} />} onClick={props.onAddCriterion}>
          Criterion
        </Button>
        {props.setAside > 0 && <Button onClick={props.onShowSetAside}>Set aside ({props.setAside})</Button>}
      <div className={classes.titles}>
        <p className={classes.question} title={props.question}>
          {props.question}
        </p>
        <ActionIcon size={24} aria-label="Edit title and question" onClick={props.onEditDetails}>
          <IconPencil size={15} />
        </ActionIcon>
      </div>
        <span className={classes.counts}>
          {[...(props.unknowns > 0 ? [`${props.unknowns} not known`] : []), ...(props.olds > 0 ? [formatCount(props.olds, 'old source')] : [])].join(' · ')}
        </span>
        <Button className={classes.whyButton} leftSection={<IconBulb size={15} />} onClick={props.onShowWhy}>
          Why this order
        </Button>
        <Button variant="filled" leftSection={<IconFileExport size={15} />} onClick={props.onTakeAway}>
          Take away
        </Button>
    </div>
  )
}
