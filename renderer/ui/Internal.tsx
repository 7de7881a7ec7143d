import { IconEyeOff } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Internal.module.css'

/** What the buyer must not read, marked so that nobody has to remember it. */
export function Internal({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes.internal}>
      <p className={classes.mark}>
        <IconEyeOff size={14} aria-hidden />
        Internal, never shown to the buyer
      </p>
      {children}
    </div>
  )
}
