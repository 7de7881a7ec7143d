import { Suspense, type ReactNode } from 'react'
import { Loading } from '../../ui/Loading'
import { Problem } from '../../ui/Problem'
import classes from './Shell.module.css'

interface ShellProps {
  readonly rail: ReactNode
  readonly topBar: ReactNode
  readonly statusBar: ReactNode
  /** What stays on every page until it is put right. */
  readonly problem?: string | undefined
  readonly children: ReactNode
}

/** The frame of the window: rail, top bar, the work, status bar. */
export function Shell({ rail, topBar, statusBar, problem, children }: ShellProps) {
  return (
    <div className={classes.shell}>
      <a className={classes.skip} href="#content" onClick={skipToContent}>
        Skip to content
      </a>
      <div className={classes.top}>{topBar}</div>
      <div className={classes.rail}>{rail}</div>
      <main id="content" className={classes.main} tabIndex={-1}>
        {problem !== undefined && (
          <div className={classes.problem}>
            <Problem>{problem}</Problem>
          </div>
        )}
        <Suspense fallback={<Loading what="this page" />}>{children}</Suspense>
      </main>
      <div className={classes.status}>{statusBar}</div>
    </div>
  )
}

/** The address of the window says where the member is, so the link must not change it. */
function skipToContent(event: { preventDefault(): void }): void {
  event.preventDefault()
  document.getElementById('content')?.focus()
}
