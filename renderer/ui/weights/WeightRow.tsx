import { memo, useEffect, useId, useRef, useState } from 'react'
import type { CriterionFacts } from '#shared/domain/comparison/ComparisonFacts'
import { formatPercent } from '#shared/text/format'
import { anchorWords } from '../criterionWords'
import { createTypingSchedule } from '../typingSchedule'
import { PointsField } from './PointsField'
import classes from './WeightRow.module.css'

interface WeightRowProps {
  readonly criterion: CriterionFacts
  /** Whole percent, read-only: what the points come to among the others. */
  readonly share: number | null
  readonly agreed: number | null
  /** Changes on the screen only, while somebody drags. */
  readonly onTry: (criterionId: string, points: number) => void
  /** The drag is over: one edit, one undo step. */
  readonly onSet: (criterionId: string, points: number) => void
  /** The slider came back to where it was: no edit, and no trial any more. */
  readonly onLeave: () => void
  /** Told when a step waits to be sent; the answer is called when none waits any more. */
  readonly onTyping?: (() => () => void) | undefined
}

/** One slider of swing points with its range printed, and the same as buttons and a number field. */
export const WeightRow = memo(function WeightRow({ criterion, share, agreed, onTry, onSet, onLeave, onTyping }: WeightRowProps) {
  const id = useId()
  const points = criterion.points ?? 0
  /** Where the slider is while it is moved, and where it was before. */
  const [moved, setMoved] = useState<{ readonly to: number; readonly from: number | null } | null>(null)
  const shown = moved?.to ?? points
  const latest = useRef({ moved, onSet, onLeave })
  const over = useRef<(() => void) | null>(null)
  useEffect(() => {
    latest.current = { moved, onSet, onLeave }
  })
  const [schedule] = useState(() =>
    createTypingSchedule(() => {
      const { moved, onSet, onLeave } = latest.current
      if (moved !== null && moved.to !== moved.from) onSet(criterion.id, moved.to)
      else onLeave()
      latest.current = { ...latest.current, moved: null }
      setMoved(null)
      over.current?.()
      over.current = null
    }, null),
  )
  useEffect(() => {
    window.addEventListener('pagehide', schedule.flush)
    return () => {
      window.removeEventListener('pagehide', schedule.flush)
      schedule.flush()
    }
  }, [schedule])
  const isDragging = useRef(false)
  const change = (value: number): void => {
    const next = Math.max(0, Math.min(100, Math.round(value)))
    const now = { to: next, from: latest.current.moved === null ? criterion.points : latest.current.moved.from }
    latest.current = { ...latest.current, moved: now }
    setMoved(now)
    over.current ??= onTyping?.() ?? null
    onTry(criterion.id, next)
    // Keys and buttons count as over after a pause; a drag when the button is let go.
    if (!isDragging.current) schedule.touch()
  }
  const release = (): void => {
    if (!isDragging.current) return
    isDragging.current = false
    schedule.touch()
    schedule.flush()
  }
  const anchors = anchorWords(criterion)
  const range = anchors ? `from ${anchors.worst} to ${anchors.best}` : 'no range yet'
  const shareWords = share === null ? 'not weighted yet' : formatPercent(share / 100)
  return (
    <li className={classes.row}>
      <div className={classes.head}>
        <label htmlFor={id} className={classes.name} title={criterion.name}>
          {criterion.name}
        </label>
        <span className={classes.share}>{criterion.points === null && moved === null ? '–' : shareWords}</span>
      </div>
      <div className={classes.controls}>
        <div className={classes.track}>
          {agreed !== null && (
            <span className={classes.tick} style={{ insetInlineStart: `calc(7px + (100% - 14px) * ${agreed / 100})` }} title={`Agreed: ${agreed}`} />
          )}
          <input
            id={id}
            type="range"
            className={classes.range}
            style={{ '--filled': `${shown}%` } as React.CSSProperties}
            min={0}
            max={100}
            step={1}
            value={shown}
            data-weight={criterion.id}
            aria-valuetext={`${shareWords}, ${shown} of 100 points, ${range}`}
            onPointerDown={() => (isDragging.current = true)}
            onPointerUp={release}
            onPointerCancel={release}
            onChange={(event) => change(event.currentTarget.valueAsNumber)}
          />
        </div>
        <PointsField
          name={criterion.name}
          points={criterion.points === null && moved === null ? null : shown}
          onChange={change}
          onDone={schedule.flush}
        />
      </div>
      <p className={classes.anchors} title={anchors ? `${anchors.worst} → ${anchors.best}` : undefined}>
        <span className={classes.anchorWords}>{anchors ? `${anchors.worst} → ${anchors.best}` : 'Set the worst and the best in the table'}</span>
        {criterion.mustHave && <span className={classes.must}>MUST</span>}
      </p>
    </li>
  )
})
