import { Button, CloseButton, NativeSelect } from '@mantine/core'
import { IconPencil, IconPlus } from '@tabler/icons-react'
import type { Evidence, Question } from '#shared/domain/account/Account'
import type { CellDisplay } from '#shared/domain/comparison/cellDisplay'
import type { CriterionFacts } from '#shared/domain/comparison/ComparisonFacts'
import { formatDay } from '#shared/text/formatDate'
import { Internal } from '../../../ui/Internal'
import { Keys } from '../../../ui/Keys'
import { TypedText } from '../../../ui/TypedText'
import { evidenceKindWords } from '../../../ui/words'
import { AskPart } from '../ask/AskPart'
import { markWords, sayValue } from '../grid/cellWords'
import { EvidenceItem } from './EvidenceItem'
import classes from './EvidencePopover.module.css'

interface EvidencePopoverProps {
  readonly optionName: string
  readonly criterion: CriterionFacts
  readonly display: CellDisplay
  readonly note: string
  readonly question: Question | null
  /** The sources of this cell, with what is internal about them. */
  readonly proofs: readonly Evidence[]
  /** Sources of the account that are not used here yet. */
  readonly others: readonly Evidence[]
  readonly today: string
  readonly onEditValue: () => void
  readonly onAddProof: () => void
  readonly onUseProof: (evidenceId: string, isUsed: boolean) => void
  readonly onEditProof: (evidenceId: string) => void
  readonly onClear: (evidenceId: string, isCleared: boolean) => void
  readonly onAsk: () => void
  readonly onAccept: () => void
  readonly onNote: (note: string) => void
  readonly onTyping: () => () => void
  readonly onClose: () => void
}

/** Where a value comes from, what the buyer may see of it, and what stays with us. */
export function EvidencePopover(props: EvidencePopoverProps) {
  const { optionName, criterion, display, proofs, others } = props
  const marks = display.marks.filter((mark) => mark !== 'notKnown').map((mark) => markWords[mark].long)
  const isUnknown = display.marks.some((mark) => mark === 'notKnown' || mark === 'noProof')
  return (
    <div className={classes.popover}>
      <div className={classes.head}>
        <div className={classes.titles}>
          <p className={classes.place}>
            {criterion.name} · {optionName}
          </p>
          <p className={classes.value}>{sayValue(display.value, criterion.unit)}</p>
          {marks.length > 0 && <p className={classes.place}>{marks.join(' · ')}</p>}
        </div>
        <CloseButton aria-label="Close" onClick={props.onClose} />
      </div>
      <div className={classes.body}>
        {proofs.length === 0 && (
          <p className={classes.none}>
            {display.value.kind === 'notKnown' ? 'Nobody knows this yet.' : 'No source yet. A value without a source does not count.'}
          </p>
        )}
        <ul className={classes.list}>
          {proofs.map((proof) => (
            <EvidenceItem
              key={proof.id}
              evidence={proof}
              today={props.today}
              onEdit={() => props.onEditProof(proof.id)}
              onRemove={() => props.onUseProof(proof.id, false)}
              onClear={(isCleared) => props.onClear(proof.id, isCleared)}
            />
          ))}
        </ul>
        {(isUnknown || props.question !== null) && <AskPart question={props.question} onAsk={props.onAsk} onAccept={props.onAccept} />}
        <div className={classes.actions}>
          <Button size="compact-sm" leftSection={<IconPencil size={14} />} rightSection={<Keys>F2</Keys>} onClick={props.onEditValue} data-autofocus>
            Edit value
          </Button>
          <Button size="compact-sm" leftSection={<IconPlus size={14} />} onClick={props.onAddProof}>
            Add source
          </Button>
        </div>
        {others.length > 0 && (
          <NativeSelect
            aria-label="Use a source of this account"
            value=""
            data={[{ value: '', label: 'Use a source of this account…' }, ...others.map((other) => ({ value: other.id, label: proofTitle(other) }))]}
            onChange={(event) => {
              if (event.currentTarget.value !== '') props.onUseProof(event.currentTarget.value, true)
            }}
          />
        )}
        <Internal>
          <TypedText
            label="Note about this cell"
            hideLabel
            placeholder="For us only: doubts, rumours, whom to ask"
            isLong
            maxLength={400}
            value={props.note}
            onWrite={props.onNote}
            onTyping={props.onTyping}
          />
        </Internal>
      </div>
    </div>
  )
}

function proofTitle({ sourceTitle, claim, kind, observedOn }: Evidence): string {
  const title = sourceTitle.trim() || claim.trim() || 'Source without a title'
  return [
    title.length > 48 ? `${title.slice(0, 46)}…` : title,
    evidenceKindWords[kind],
    ...(observedOn === null ? [] : [formatDay(observedOn)]),
  ].join(' · ')
}
