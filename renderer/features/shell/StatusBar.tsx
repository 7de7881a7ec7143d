import { IconAlertTriangle, IconCheck, IconCircleDashed, IconCircleFilled, IconCircleHalf2, type Icon } from '@tabler/icons-react'
import type { SyncStatus } from '#shared/ipc/contract'
import type { Saving } from '../../model/account/AccountState'
import { Keys } from '../../ui/Keys'
import { clockWords, savingWords, syncWords, type StatusWords } from './statusWords'
import classes from './StatusBar.module.css'

interface StatusBarProps {
  readonly saving: Saving
  readonly sync: SyncStatus
  readonly conflicts: number
  readonly zone: string
  readonly onRetry: () => void
  readonly onSyncDetails: () => void
  readonly onKeys: () => void
}

const toneIcons: { readonly [Tone in StatusWords['tone']]: Icon } = {
  plain: IconCircleFilled,
  busy: IconCircleDashed,
  good: IconCheck,
  attention: IconAlertTriangle,
  bad: IconAlertTriangle,
}

/** What is safe, and where: the same words everywhere, nothing modal. */
export function StatusBar({ saving, sync, conflicts, zone, onRetry, onSyncDetails, onKeys }: StatusBarProps) {
  const shared = syncWords(sync, conflicts, zone)
  const clock = clockWords(sync, zone)
  return (
    <footer className={classes.bar} data-pane tabIndex={-1} aria-label="Status">
      <div role="status" className={classes.states}>
        <State {...savingWords(saving, zone)} />
        {shared && (
          <button type="button" className={classes.button} onClick={onSyncDetails}>
            <State {...shared} isWaiting={shared.tone === 'plain' && sync.kind === 'waiting'} />
          </button>
        )}
        {clock && <State {...clock} />}
      </div>
      {saving.kind === 'failed' && (
        <button type="button" className={classes.button} onClick={onRetry}>
          Try again
        </button>
      )}
      <button type="button" className={`${classes.button} ${classes.keys}`} onClick={onKeys}>
        <Keys>?</Keys> Keys
      </button>
    </footer>
  )
}

function State({ tone, words, isWaiting = false }: StatusWords & { readonly isWaiting?: boolean }) {
  const ToneIcon = isWaiting ? IconCircleHalf2 : toneIcons[tone]
  return (
    <span className={classes.state} data-tone={tone}>
      <ToneIcon size={tone === 'plain' && !isWaiting ? 9 : 13} aria-hidden />
      {words}
    </span>
  )
}
