import { IconAlertTriangle, IconCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react'
import type { PromisedState } from '#shared/domain/path/promised'
import { sayPromised } from '#shared/text/path/promisedWords'
import classes from '../List.module.css'

const looks = {
  open: { icon: null, className: undefined },
  late: { icon: IconAlertTriangle, className: classes.late },
  kept: { icon: IconCheck, className: classes.ok },
  answered: { icon: IconCheck, className: classes.ok },
  broken: { icon: IconCircleX, className: classes.bad },
  accepted: { icon: IconHelpCircle, className: undefined },
} as const

/** Where a promise or a question stands, in icon and words. */
export function PromisedStateWords({ state, today }: { readonly state: PromisedState; readonly today: string }) {
  const { icon: StateIcon, className } = looks[state.kind]
  return (
    <span className={className}>
      {StateIcon && <StateIcon size={13} aria-hidden />}
      {sayPromised(state, today)}
    </span>
  )
}
