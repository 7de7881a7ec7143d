import { Button, VisuallyHidden } from '@mantine/core'
import { IconArrowsSplit2 } from '@tabler/icons-react'
import type { Account } from '#shared/domain/account/Account'
import type { Scalar } from '#shared/domain/schema/fields'
import type { Conflict } from '#shared/ipc/contract'
import { formatMoment } from '#shared/text/formatDate'
import { conflictWords } from './conflictWords'
import classes from './ConflictCard.module.css'

interface ConflictCardProps {
  readonly account: Account
  readonly conflicts: readonly Conflict[]
  readonly zone: string
  readonly onKeep: (conflict: Conflict, value: Scalar) => void
}

/** Where two members wrote different things without knowing of each other. Nothing is lost, nothing is blocked. */
export function ConflictCard({ account, conflicts, zone, onKeep }: ConflictCardProps) {
  if (conflicts.length === 0) return null
  return (
    <section className={classes.card} aria-labelledby="conflicts-title">
      <h2 id="conflicts-title" className={classes.title}>
        <IconArrowsSplit2 size={16} aria-hidden />
        {conflicts.length === 1 ? 'Two colleagues wrote different things' : `${conflicts.length} places where colleagues wrote different things`}
      </h2>
      <p className={classes.lead}>Both are kept until somebody decides. You can go on working.</p>
      <ul>
        {conflicts.map((conflict) => {
          const { place, field, valueWords } = conflictWords(account, conflict)
          return (
            <li key={`${conflict.at} ${conflict.field} ${conflict.key ?? ''}`} className={classes.conflict}>
              <p className={classes.place}>
                {place} <span className={classes.field}>· {field}</span>
              </p>
              <ul className={classes.values}>
                {conflict.values.map(({ value, by, writtenAt }, index) => (
                  <li key={`${index} ${String(value)}`} className={classes.value}>
                    <span className={classes.words}>{valueWords(value)}</span>
                    <span className={classes.by}>
                      {by ?? 'Somebody'}
                      {writtenAt !== null && `, ${formatMoment(writtenAt, zone)}`}
                      {index === 0 && ' · shows now'}
                    </span>
                    <Button size="compact-sm" onClick={() => onKeep(conflict, value)}>
                      Keep this
                      <VisuallyHidden>{` value, ${valueWords(value)}, for ${field} of ${place}`}</VisuallyHidden>
                    </Button>
                  </li>
                ))}
              </ul>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
