import { Button } from '@mantine/core'
import { IconFolderShare, IconRefresh } from '@tabler/icons-react'
import { useState } from 'react'
import type { SyncStatus } from '#shared/ipc/contract'
import { formatCount } from '#shared/text/format'
import { formatMoment } from '#shared/text/formatDate'
import type { ChosenFolder } from '../../ui/ChosenFolder'
import { Dialog } from '../../ui/Dialog'
import { Panel } from '../../ui/Panel'
import { Problem } from '../../ui/Problem'
import classes from './SettingsPage.module.css'

interface TeamFolderSettingsProps {
  readonly teamFolder: string | null
  readonly isSample: boolean
  readonly status: SyncStatus
  readonly problem: string | null
  readonly isBusy: boolean
  readonly zone: string
  readonly onChooseFolder: () => Promise<ChosenFolder | null>
  readonly onPublish: (folderToken: string) => void
  readonly onLeave: () => void
  readonly onSyncNow: () => void
  readonly onHealth: () => void
}

/** The folder through which a team exchanges its work. The laptop keeps everything; the folder only carries it. */
export function TeamFolderSettings(props: TeamFolderSettingsProps) {
  const { teamFolder, status, problem, isBusy, zone } = props
  const [isLeaving, setLeaving] = useState(false)
  const publish = async (): Promise<void> => {
    const folder = await props.onChooseFolder()
    if (folder) props.onPublish(folder.token)
  }
  return (
    <Panel title="Team folder">
      <div className={classes.body}>
        {teamFolder === null ? (
          <>
            <p className={classes.lead}>
              {props.isSample
                ? 'The sample is only for you. To share with your team, start a workspace of your own below, or join the team folder of a colleague.'
                : 'Share this workspace through a folder your team can reach, such as a network drive or a synced folder. Choose an empty one.'}
            </p>
            {!props.isSample && (
              <Button leftSection={<IconFolderShare size={16} />} disabled={isBusy} onClick={() => void publish()}>
                Choose an empty folder
              </Button>
            )}
          </>
        ) : (
          <>
            <p className={classes.path}>{teamFolder}</p>
            <p className={classes.lead}>{statusSentence(status, zone)}</p>
            <div className={classes.buttons}>
              <Button leftSection={<IconRefresh size={16} />} disabled={isBusy || status.kind === 'syncing'} onClick={props.onSyncNow}>
                Sync now
              </Button>
              <Button onClick={props.onHealth}>Details of the exchange</Button>
              <Button disabled={isBusy} onClick={() => setLeaving(true)}>
                Stop using this folder
              </Button>
            </div>
          </>
        )}
        {status.problem && <Problem>{status.problem.message}</Problem>}
        {problem !== null && <Problem>{problem}</Problem>}
      </div>
      {isLeaving && <LeaveDialog onLeave={props.onLeave} onClose={() => setLeaving(false)} />}
    </Panel>
  )
}

function LeaveDialog({ onLeave, onClose }: { readonly onLeave: () => void; readonly onClose: () => void }) {
  return (
    <Dialog
      title="Stop using the team folder?"
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button
            variant="filled"
            onClick={() => {
              onLeave()
              onClose()
            }}
          >
            Stop using it
          </Button>
        </>
      }
    >
      <p className={classes.lead}>
        Everything stays on this laptop, and the team keeps what you have shared. New changes no longer travel between you.
      </p>
    </Dialog>
  )
}

/** The folder only carries; whether a colleague has it the colleague has to say. */
function sayReceipts({ have, of }: SyncStatus['colleagues']): string {
  return of === 0 ? '' : `, and ${have} of ${formatCount(of, 'colleague')} ${have === 1 ? 'has' : 'have'} it`
}

function statusSentence({ kind, waiting, lastSyncedAt, colleagues }: SyncStatus, zone: string): string {
  const last = lastSyncedAt === null ? 'Nothing has been exchanged yet.' : `Last exchanged ${formatMoment(lastSyncedAt, zone)}.`
  switch (kind) {
    case 'noTeamFolder':
    case 'upToDate':
      return `Everything is in the team folder${sayReceipts(colleagues)}. ${last}`
    case 'waiting':
      return `${waiting === 1 ? '1 change waits' : `${waiting} changes wait`} to sync. ${last}`
    case 'syncing':
      return `Syncing. ${last}`
    case 'offline':
      return `The folder cannot be reached at the moment${waiting > 0 ? `; ${waiting === 1 ? '1 change waits' : `${waiting} changes wait`}` : ''}. You can go on working. ${last}`
    case 'needsYou':
      return `Something needs you. ${last}`
  }
}
