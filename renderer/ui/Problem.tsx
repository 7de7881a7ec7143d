import { IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './Problem.module.css'

/** What did not work, in one sentence that ends with the next step. */
export function Problem({ children }: { readonly children: ReactNode }) {
  return (
    <div className={classes.problem} role="alert">
      <IconAlertTriangle size={16} className={classes.icon} aria-hidden />
      <div>{children}</div>
    </div>
  )
}
