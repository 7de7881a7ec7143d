import { Button } from '@mantine/core'
import { IconParking } from '@tabler/icons-react'
import type { Profile } from '#shared/domain/account/Account'
import classes from './AccountPage.module.css'

/** Says that an account is parked and why, with the way back. */
export function ParkedNote({ profile, onUnpark }: { readonly profile: Profile; readonly onUnpark: () => void }) {
  if (profile.status !== 'parked') return null
  return (
    <div className={classes.parked} role="note">
      <IconParking size={18} aria-hidden />
      <p>
        Parked{profile.parkedReason.trim() === '' ? '' : `: ${profile.parkedReason}`} <span className={classes.internal}>(internal)</span>
      </p>
      <Button size="compact-sm" onClick={onUnpark}>
        Take up again
      </Button>
    </div>
  )
}
