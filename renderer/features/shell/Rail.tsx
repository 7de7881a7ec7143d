import { IconBuilding, IconCalendarEvent, IconEyeCheck, IconSettings, type Icon } from '@tabler/icons-react'
import type { Place } from '../../model/Place'
import classes from './Rail.module.css'

interface RailProps {
  readonly place: Place
  readonly onGo: (place: Place) => void
}

/** The places of the window. Only what exists stands here. */
export function Rail({ place, onGo }: RailProps) {
  const isReview = place.kind === 'review' || place.kind === 'reviewAccount'
  return (
    <nav className={classes.rail} aria-label="Main" data-pane tabIndex={-1}>
      <RailButton icon={IconCalendarEvent} label="Today" isHere={place.kind === 'today'} onClick={() => onGo({ kind: 'today' })} />
      <RailButton icon={IconBuilding} label="Accounts" isHere={place.kind === 'accounts' || ('accountId' in place && !isReview)} onClick={() => onGo({ kind: 'accounts' })} />
      <RailButton icon={IconEyeCheck} label="Review" isHere={isReview} onClick={() => onGo({ kind: 'review' })} />
      <span className={classes.foot}>
        <RailButton icon={IconSettings} label="Settings" isHere={place.kind === 'settings'} onClick={() => onGo({ kind: 'settings' })} />
      </span>
    </nav>
  )
}

function RailButton({
  icon: RailIcon,
  label,
  isHere,
  onClick,
}: {
  readonly icon: Icon
  readonly label: string
  readonly isHere: boolean
  readonly onClick: () => void
}) {
  return (
    <button type="button" className={classes.button} aria-current={isHere ? 'page' : undefined} onClick={onClick}>
      <RailIcon size={20} stroke={1.75} aria-hidden />
      {label}
    </button>
  )
}
