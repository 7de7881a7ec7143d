import { ActionIcon, Button, VisuallyHidden } from '@mantine/core'
import { IconArrowsSort, IconBulb, IconEqualNot, IconFileExport, IconPencil, IconPlus, IconSquareNumber1 } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import type { Comparison } from '#shared/domain/account/Account'
import { formatCount } from '#shared/text/format'
import { Keys } from '../../ui/Keys'
import type { CompareDialog } from './CompareDialog'
import type { CompareView } from './compareView'
import { OptionPicker } from './OptionPicker'
import classes from './ComparePage.module.css'

interface CompareToolbarProps {
  readonly comparison: Comparison
  readonly view: CompareView
  readonly differencesOnly: boolean
  readonly isByRank: boolean
  readonly isGuided: boolean
  readonly hiddenOptions: ReadonlySet<string>
  readonly onGuided: (isGuided: boolean) => void
  readonly onHideOptions: (hidden: ReadonlySet<string>) => void
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
      <div className={classes.titles}>
        <p className={classes.question}>{comparison.question}</p>
        <ActionIcon size={24} aria-label="Edit title and question" onClick={() => onDialog({ kind: 'details' })}>
          <IconPencil size={15} />
        </ActionIcon>
        <span className={classes.counts}>{counts.join(' · ')}</span>
        {!props.isGuided && (
          <Button className={classes.whyButton} leftSection={<IconBulb size={15} />} onClick={() => onDialog({ kind: 'why' })}>
            Why this order
          </Button>
        )}
        <Button leftSection={<IconFileExport size={15} />} onClick={props.onTakeAway}>
          Take away
        </Button>
      </div>
      <Toggle isOn={props.isGuided} icon={<IconSquareNumber1 size={15} />} onClick={() => props.onGuided(!props.isGuided)}>
        One by one
      </Toggle>
      <OptionPicker options={view.options} hidden={props.hiddenOptions} onChange={props.onHideOptions} />
      {!props.isGuided && (
        <>
          <Toggle isOn={props.differencesOnly} icon={<IconEqualNot size={15} />} keys="D" onClick={props.onToggleDifferences}>
            Differences only
          </Toggle>
          <Toggle isOn={props.isByRank} icon={<IconArrowsSort size={15} />} onClick={props.onToggleOrder}>
            Sort by rank
          </Toggle>
        </>
      )}
      <Button leftSection={<IconPlus size={15} />} onClick={() => onDialog({ kind: 'option', optionId: null })}>
        Option
      </Button>
      <Button leftSection={<IconPlus size={15} />} onClick={() => onDialog({ kind: 'criterion', criterionId: null, asMustHave: false })}>
        Criterion
      </Button>
      {view.setAside.length > 0 && <Button onClick={() => onDialog({ kind: 'setAsideList' })}>Set aside ({view.setAside.length})</Button>}
    </div>
  )
}

interface ToggleProps {
  readonly isOn: boolean
  readonly icon: ReactNode
  readonly keys?: string
  readonly onClick: () => void
  readonly children: string
}

function Toggle({ isOn, icon, keys, onClick, children }: ToggleProps) {
  return (
    <Button
      aria-pressed={isOn}
      data-pressed={isOn || undefined}
      className={classes.toggle}
      leftSection={icon}
      {...(keys !== undefined && { rightSection: <Keys>{keys}</Keys> })}
      onClick={onClick}
    >
      {children}
    </Button>
  )
}
