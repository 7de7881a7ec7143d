import { Button, Popover, VisuallyHidden } from '@mantine/core'
import { IconPencil, IconQuote } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { Question } from '#shared/domain/account/Account'
import type { CellDisplay } from '#shared/domain/comparison/cellDisplay'
import type { CriterionFacts, OptionFacts } from '#shared/domain/comparison/ComparisonFacts'
import type { Scalar } from '#shared/domain/schema/fields'
import { formatCount } from '#shared/text/format'
import { AskPart } from '../ask/AskPart'
import { CellEditor } from '../grid/CellEditor'
import type { EvidenceControls } from '../grid/CompareGrid'
import { cellSentence, markWords, sayValue } from '../grid/cellWords'
import type { RowStanding } from '../grid/rowStandings'
import classes from './GuidedView.module.css'

interface GuidedCellProps {
  readonly option: OptionFacts
  readonly criterion: CriterionFacts
  readonly display: CellDisplay
  readonly standing: RowStanding
  readonly today: string
  readonly question: Question | null
  readonly evidence: (controls: EvidenceControls) => ReactNode
  readonly onSet: (value: Scalar) => void
  readonly onAsk: () => void
  readonly onAccept: () => void
}

/** One answer, large: what it is, where it comes from, and what to do where nobody knows. */
export function GuidedCell({ option, criterion, display, standing, today, question, evidence, onSet, onAsk, onAccept }: GuidedCellProps) {
  const [mode, setMode] = useState<'rest' | 'edit' | 'evidence'>('rest')
  const rest = (): void => setMode('rest')
  const { isUnknown, value, mustHave, isBest } = standing
  const isOpen = display.marks.some((mark) => mark === 'notKnown' || mark === 'noProof')
  const marks = display.marks.filter((mark) => mark !== 'notKnown').map((mark) => markWords[mark].long)
  const name = `${criterion.name}, ${option.name}`
  return (
    <li className={classes.cell} data-unknown={isOpen || undefined} data-fails={mustHave === 'fail' || undefined} aria-label={cellSentence(option.name, criterion, display, { ...standing, value: isUnknown ? null : value }, today)}>
      <p className={classes.option}>{option.name}</p>
      {mode === 'edit' ? (
        <CellEditor
          label={name}
          criterion={criterion}
          value={display.value}
          startWith={null}
          onCommit={(change) => {
            if (change !== null) onSet(change.value)
            rest()
          }}
          onCancel={rest}
        />
      ) : (
        <p className={classes.value}>
          {sayValue(display.value, criterion.unit)}
          {isBest && <span className={classes.best}> ▲ best</span>}
        </p>
      )}
      <div className={classes.bar} data-none={isUnknown || undefined} aria-hidden>
        <span style={{ width: `${(value ?? 0) * 100}%` }} />
      </div>
      <p className={classes.marks}>
        {[...(mustHave === 'fail' ? ['fails this must-have'] : mustHave === 'unknown' ? ['must be confirmed'] : []), ...marks].join(' · ')}
      </p>
      {(isOpen || question !== null) && <AskPart question={question} onAsk={onAsk} onAccept={onAccept} />}
      <div className={classes.actions}>
        <Button size="compact-sm" leftSection={<IconPencil size={14} />} aria-label={`Edit ${name}`} onClick={() => setMode('edit')}>
          Edit
        </Button>
        <Popover opened={mode === 'evidence'} onDismiss={rest} position="bottom-start" width={360} trapFocus withRoles={false}>
          <Popover.Target>
            <Button size="compact-sm" leftSection={<IconQuote size={14} />} onClick={() => setMode('evidence')}>
              {display.proofs.length === 0 ? 'No source' : formatCount(display.proofs.length, 'source')}
              <VisuallyHidden> for {name}</VisuallyHidden>
            </Button>
          </Popover.Target>
          <Popover.Dropdown role="dialog" aria-label={`Sources: ${name}`} p={0}>
            {mode === 'evidence' && evidence({ edit: () => setMode('edit'), close: rest })}
          </Popover.Dropdown>
        </Popover>
      </div>
    </li>
  )
}
