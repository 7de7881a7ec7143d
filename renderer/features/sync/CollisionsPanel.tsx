import { Button } from '@mantine/core'
import { IconArrowsSplit2 } from '@tabler/icons-react'
import { useId } from 'react'
import type { Scalar } from '#shared/domain/schema/fields'
import type { Collision } from '#shared/ipc/contract'
import { formatMoment } from '#shared/text/formatDate'
import classes from './CollisionsPanel.module.css'

interface CollisionsPanelProps {
  readonly collisions: readonly Collision[]
  readonly zone: string
  readonly onDecide: (collision: Collision, value: Scalar) => void
}

/** Where two members did different things without knowing of each other. Nothing is lost, nothing is blocked. */
export function CollisionsPanel({ collisions, zone, onDecide }: CollisionsPanelProps) {
  const id = useId()
  if (collisions.length === 0) return null
  return (
    <section className={classes.card} aria-labelledby={id}>
      <h2 id={id} className={classes.title}>
        <IconArrowsSplit2 size={16} aria-hidden />
        {collisions.length === 1 ? 'Two colleagues wrote different things' : `${collisions.length} places where colleagues wrote different things`}
      </h2>
      <p className={classes.lead}>Both are kept until somebody decides. You can go on working.</p>
      <CollisionList {...{ collisions, zone, onDecide }} />
    </section>
  )
}

/** The places one below the other, each with what was done by whom and a way to choose. */
export function CollisionList({ collisions, zone, onDecide }: CollisionsPanelProps) {
  return (
    <ul>
      {collisions.map((collision) => (
        <li key={`${collision.at} ${collision.field} ${collision.key ?? ''}`} className={classes.collision}>
          <p className={classes.place}>{collision.where}</p>
          <p className={classes.lead}>{explanations[collision.kind]}</p>
          <ul className={classes.values}>
            {collision.values.map((written, index) => (
              <li key={`${index} ${String(written.value)}`} className={classes.value}>
                <span className={classes.words}>{written.words}</span>
                <span className={classes.by}>{signature(written, zone, index === 0 && collision.kind === 'values')}</span>
                {collision.kind !== 'mergedText' && (
                  <Button size="compact-sm" aria-label={choiceName(collision, written)} onClick={() => onDecide(collision, written.value)}>
                    {choiceWord(collision, written)}
                  </Button>
                )}
              </li>
            ))}
          </ul>
          {collision.kind === 'mergedText' && (
            <Button size="compact-sm" className={classes.read} aria-label={`It reads well as it is: ${collision.where}`} onClick={() => onDecide(collision, null)}>
              It reads well as it is
            </Button>
          )}
        </li>
      ))}
    </ul>
  )
}

const explanations: { readonly [Kind in Collision['kind']]: string } = {
  values: 'Which one holds?',
  removedWhileEdited: 'One removed it, the other went on with it.',
  mergedText: 'Both wrote into this text; it holds both now. Read it once, and mend it where it is.',
}

function choiceWord({ kind }: Collision, { value }: Collision['values'][number]): string {
  if (kind === 'values') return 'Keep this'
  return value === null ? 'Bring it back' : 'Leave it removed'
}

function choiceName(collision: Collision, written: Collision['values'][number]): string {
  const value = collision.kind === 'values' ? ` value, ${written.words},` : ''
  return `${choiceWord(collision, written)}${value} for ${collision.where}`
}

function signature({ by, writtenAt }: Collision['values'][number], zone: string, showsNow: boolean): string {
  return `${by ?? 'Somebody'}${writtenAt === null ? '' : `, ${formatMoment(writtenAt, zone)}`}${showsNow ? ' · shows now' : ''}`
}
