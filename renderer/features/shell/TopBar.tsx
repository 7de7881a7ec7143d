import { ActionIcon } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconChevronRight, IconSearch } from '@tabler/icons-react'
import { Keys } from '../../ui/Keys'
import classes from './TopBar.module.css'

export interface Crumb {
  readonly label: string
  /** Null for where the member is. */
  readonly onOpen: (() => void) | null
}

interface TopBarProps {
  readonly crumbs: readonly Crumb[]
  readonly isSample: boolean
  /** Null where there is no account to undo in. */
  readonly undo: { readonly label: string | null; readonly run: () => void } | null
  readonly redo: { readonly label: string | null; readonly run: () => void } | null
  readonly onCommandBox: () => void
}

export function TopBar({ crumbs, isSample, undo, redo, onCommandBox }: TopBarProps) {
  return (
    <header className={classes.bar}>
      <nav aria-label="Where you are" className={classes.crumbs}>
        <ol>
          {crumbs.map((crumb, index) => (
            <li key={`${index} ${crumb.label}`}>
              {index > 0 && <IconChevronRight size={14} aria-hidden className={classes.chevron} />}
              {crumb.onOpen ? (
                <button type="button" className={classes.crumb} onClick={crumb.onOpen} title={crumb.label}>
                  {crumb.label}
                </button>
              ) : (
                <span className={classes.here} aria-current="page" title={crumb.label}>
                  {crumb.label}
                </span>
              )}
            </li>
          ))}
        </ol>
        {isSample && <span className={classes.sample}>Sample</span>}
      </nav>
      <button type="button" className={classes.box} onClick={onCommandBox}>
        <IconSearch size={15} aria-hidden />
        <span className={classes.boxWords}>Search or run a command</span>
        <Keys>Ctrl K</Keys>
      </button>
      <div className={classes.actions}>
        {undo && (
          <ActionIcon
            aria-label={undo.label === null ? 'Nothing to undo' : `Undo: ${undo.label}`}
            title={undo.label === null ? 'Nothing to undo' : `Undo: ${undo.label} (Ctrl Z)`}
            disabled={undo.label === null}
            onClick={undo.run}
          >
            <IconArrowBackUp size={18} />
          </ActionIcon>
        )}
        {redo && (
          <ActionIcon
            aria-label={redo.label === null ? 'Nothing to redo' : `Redo: ${redo.label}`}
            title={redo.label === null ? 'Nothing to redo' : `Redo: ${redo.label} (Ctrl Shift Z)`}
            disabled={redo.label === null}
            onClick={redo.run}
          >
            <IconArrowForwardUp size={18} />
          </ActionIcon>
        )}
      </div>
    </header>
  )
}
