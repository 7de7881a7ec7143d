import { IconCircle, IconCircleCheckFilled, IconCircleDot } from '@tabler/icons-react'
import type { StepState } from '#shared/domain/path/StepState'
import classes from './StepStateIcon.module.css'

const icons = { notBegun: IconCircle, open: IconCircleDot, done: IconCircleCheckFilled } as const

/** Stands beside the word, never alone. */
export function StepStateIcon({ kind }: { readonly kind: StepState['kind'] }) {
  const StateIcon = icons[kind]
  return <StateIcon size={16} className={classes.icon} data-state={kind} aria-hidden />
}
