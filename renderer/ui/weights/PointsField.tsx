import { IconMinus, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import classes from './WeightRow.module.css'

interface PointsFieldProps {
  readonly name: string
  /** Null while nobody has given a weight. */
  readonly points: number | null
  readonly onChange: (points: number) => void
  readonly onDone: () => void
}

/** The slider without dragging: one less, a number, one more. */
export function PointsField({ name, points, onChange, onDone }: PointsFieldProps) {
  const [typed, setTyped] = useState<string | null>(null)
  const finish = (): void => {
    const value = typed === null || typed.trim() === '' ? NaN : Number(typed)
    if (Number.isFinite(value)) onChange(value)
    setTyped(null)
    onDone()
  }
  return (
    <span className={classes.field}>
      <button
        type="button"
        className={classes.step}
        aria-label={`Less weight for ${name}`}
        onClick={() => onChange((points ?? 0) - 1)}
        disabled={(points ?? 0) <= 0}
      >
        <IconMinus size={13} aria-hidden />
      </button>
      <input
        className={classes.number}
        aria-label={`Points for ${name}, 0 to 100`}
        inputMode="numeric"
        value={typed ?? points ?? ''}
        placeholder="–"
        onChange={(event) => setTyped(event.currentTarget.value.replace(/[^0-9]/g, '').slice(0, 3))}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={finish}
        onKeyDown={(event) => {
          if (event.key === 'Enter') finish()
          if (event.key === 'Escape') setTyped(null)
          if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
            event.preventDefault()
            setTyped(null)
            onChange((points ?? 0) + (event.key === 'ArrowUp' ? 1 : -1))
          }
        }}
      />
      <button
        type="button"
        className={classes.step}
        aria-label={`More weight for ${name}`}
        onClick={() => onChange((points ?? 0) + 1)}
        disabled={(points ?? 0) >= 100}
      >
        <IconPlus size={13} aria-hidden />
      </button>
    </span>
  )
}
