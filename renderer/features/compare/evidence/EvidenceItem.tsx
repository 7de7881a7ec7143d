import { ActionIcon, Checkbox } from '@mantine/core'
import { IconClockExclamation, IconPencil, IconX } from '@tabler/icons-react'
import type { Evidence } from '#shared/domain/account/Account'
import { formatDay, formatDayDistance } from '#shared/text/formatDate'
import { evidenceKindWords } from '../../../ui/words'
import { SourceAddress } from './SourceAddress'
import classes from './EvidencePopover.module.css'

interface EvidenceItemProps {
  readonly evidence: Evidence
  readonly today: string
  readonly onEdit: () => void
  readonly onRemove: () => void
  readonly onClear: (isCleared: boolean) => void
}

/** One source: what kind, from where, how old, and whether the buyer may see it. */
export function EvidenceItem({ evidence, today, onEdit, onRemove, onClear }: EvidenceItemProps) {
  const title = evidence.sourceTitle.trim() || 'Source without a title'
  const isExpired = evidence.expiresOn !== null && evidence.expiresOn < today
  return (
    <li className={classes.item}>
      <div className={classes.itemHead}>
        <div className={classes.titles}>
          <p className={classes.source}>{title}</p>
          <p className={classes.place}>
            {evidenceKindWords[evidence.kind]}
            {evidence.observedOn ? ` · seen ${formatDay(evidence.observedOn)} (${formatDayDistance(evidence.observedOn, today)})` : ' · no date'}
          </p>
          {evidence.expiresOn && (
            <p className={classes.place} data-old={isExpired || undefined}>
              {isExpired && <IconClockExclamation size={12} aria-hidden />} {isExpired ? 'expired' : 'expires'} {formatDay(evidence.expiresOn)}
            </p>
          )}
        </div>
        <ActionIcon size={24} aria-label={`Edit source: ${title}`} onClick={onEdit}>
          <IconPencil size={14} />
        </ActionIcon>
        <ActionIcon size={24} aria-label={`Remove source from this cell: ${title}`} onClick={onRemove}>
          <IconX size={14} />
        </ActionIcon>
      </div>
      {evidence.quote.trim() !== '' && <blockquote className={classes.quote}>{evidence.quote}</blockquote>}
      {evidence.sourceAddress.trim() !== '' && <SourceAddress address={evidence.sourceAddress} />}
      <Checkbox label="Cleared for the buyer" checked={evidence.cleared} onChange={(event) => onClear(event.currentTarget.checked)} />
      {evidence.note.trim() !== '' && <p className={classes.note}>Internal: {evidence.note}</p>}
    </li>
  )
}
