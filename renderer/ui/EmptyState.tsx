import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

/** One sentence of what belongs here, and the one thing to do. */
export function EmptyState({ text, children }: { readonly text: string; readonly children?: ReactNode }) {
  return (
    <div className={classes.empty}>
      <p>{text}</p>
      {children && <div className={classes.actions}>{children}</div>}
    </div>
  )
}
