import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import type { IntakePreview } from '#shared/ipc/contract'
import { formatCount, formatNumber } from '#shared/text/format'
import { sayBrings, sayKind, sayLines, sayPreview, sayProblem } from './intakeWords'
import classes from './Intake.module.css'

/** What taking a list in would do, before anything is done. */
export function LookStep({ preview, fileName }: { readonly preview: IntakePreview; readonly fileName: string }) {
  const { accounts, problems, problemCount, created, extended } = preview
  return (
    <>
      <div className={classes.summary} role="status">
        {sayPreview(preview).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
        <p className={classes.quiet}>Nothing has been changed yet.</p>
      </div>
      {problemCount > 0 && (
        <Portion title="Lines to look at" hint={`Counted below the headings of ${fileName}.`} notShown={problemCount - problems.length}>
          {problems.map((problem) => (
            <li key={`${problem.line} ${problem.problem}`} className={classes.problem}>
              <span className={classes.line}>Line {formatNumber(problem.line)}</span>
              <span>{sayProblem(problem)}</span>
            </li>
          ))}
        </Portion>
      )}
      {accounts.length > 0 && (
        <Portion title="Accounts" notShown={created + extended - accounts.length}>
          {accounts.map((account) => (
            <li key={account.lines[0]} className={classes.planned}>
              <div className={classes.plannedHead}>
                <strong>{account.name}</strong>
                <span className={classes.kind} data-kind={account.sameNameExists ? 'sameName' : account.kind}>
                  {account.sameNameExists && <IconAlertTriangle size={13} aria-hidden />}
                  {sayKind(account)}
                </span>
                <span className={classes.line}>{sayLines(account.lines)}</span>
              </div>
              <div className={classes.brings}>{sayBrings(account)}</div>
            </li>
          ))}
        </Portion>
      )}
    </>
  )
}

interface PortionProps {
  readonly title: string
  readonly hint?: string
  /** What the preview counted and did not carry. */
  readonly notShown: number
  readonly children: readonly ReactNode[]
}

/** A long list in portions. */
function Portion({ title, hint, notShown, children }: PortionProps) {
  const [shown, setShown] = useState(portion)
  const more = children.length - shown
  return (
    <section aria-label={title} className={classes.portion}>
      <h3 className={classes.portionTitle}>{title}</h3>
      {hint !== undefined && <p className={classes.quiet}>{hint}</p>}
      <ul>{children.slice(0, shown)}</ul>
      {more > 0 && <Button onClick={() => setShown(shown + portion)}>Show {formatNumber(Math.min(more, portion))} more</Button>}
      {more <= 0 && notShown > 0 && <p className={classes.quiet}>And {formatCount(notShown, 'more', 'more')}, not shown here.</p>}
    </section>
  )
}

const portion = 50
