import { Button } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconPlugConnectedX, IconRefresh } from '@tabler/icons-react'
import type { SyncHealth } from '#shared/ipc/contract'
import { formatBytes, formatCount } from '#shared/text/format'
import { formatMoment } from '#shared/text/formatDate'
import { Panel } from '../../ui/Panel'
import { Problem } from '../../ui/Problem'
import { causeWords, sayDevice, sayHealth, sayPack, sayRound } from './healthWords'
import classes from './SyncPages.module.css'

interface HealthPageProps {
  readonly health: SyncHealth
  readonly conflicts: number
  readonly problem: string | null
  readonly isBusy: boolean
  readonly zone: string
  readonly onSyncNow: () => void
  readonly onCollisions: () => void
  readonly onSettings: () => void
}

/** How the exchange with the team is, in plain words: what is safe, who has it, and what was put right. */
export function HealthPage({ health, conflicts, problem, isBusy, zone, onSyncNow, onCollisions, onSettings }: HealthPageProps) {
  const { status, remote, devices, damaged, setAside, sizes, rounds } = health
  const { mood, sentences } = sayHealth(health, conflicts, zone)
  const others = devices.filter((device) => !device.isThisLaptop)
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h1 className={classes.title}>Exchange with the team</h1>
        {remote && (
          <Button className={classes.end} leftSection={<IconRefresh size={16} />} disabled={isBusy || status.kind === 'syncing'} onClick={onSyncNow}>
            Sync now
          </Button>
        )}
      </header>
      {problem !== null && <Problem>{problem}</Problem>}
      <Panel title="At the moment">
        <div className={classes.body}>
          <p className={classes.mood} data-mood={mood}>
            <MoodIcon mood={mood} />
            {moodWords[mood]}
          </p>
          {sentences.map((sentence) => (
            <p key={sentence} className={classes.words}>
              {sentence}
            </p>
          ))}
          {status.problem && status.kind !== 'offline' && <Problem>{status.problem.message}</Problem>}
          {remote && <p className={classes.path}>{remote.place}</p>}
          <div className={classes.buttons}>
            {conflicts > 0 && <Button onClick={onCollisions}>{conflicts === 1 ? 'Decide 1 place' : `Decide ${conflicts} places`}</Button>}
            <Button onClick={onSettings}>Team folder settings</Button>
          </div>
        </div>
      </Panel>
      {others.length > 0 && (
        <Panel title="Colleagues" count={others.length}>
          <ul>
            {others.map((device) => (
              <li key={device.deviceId} className={classes.row}>
                <span className={classes.who}>{device.memberName ?? `A laptop (${device.deviceId.slice(0, 6)})`}</span>
                <span className={classes.what}>{sayDevice(device)}</span>
                <span className={classes.when}>{device.lastSeenAt === null ? '' : `last wrote ${formatMoment(device.lastSeenAt, zone)}`}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      {damaged.length + setAside.length > 0 && (
        <Panel title="Files that are not read" count={damaged.length + setAside.length}>
          <ul>
            {[...damaged.map((pack) => sayPack(pack, devices)), ...setAside.map((pack) => sayPack(pack, devices))].map(({ file, words }) => (
              <li key={`${file} ${words}`} className={classes.row}>
                <span className={classes.what}>{words}</span>
                <span className={classes.when}>{file}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title="On this laptop">
        <div className={classes.body}>
          <dl className={classes.facts}>
            <dt>Accounts</dt>
            <dd>{sizes.accounts}</dd>
            <dt>Packs</dt>
            <dd>{`${sizes.packs}, ${formatBytes(sizes.bytes)}`}</dd>
            <dt>Not packed yet</dt>
            <dd>{formatCount(sizes.editsNotInPacks, 'edit')}</dd>
            <dt>Changes in the folder</dt>
            <dd>{health.isWatching ? 'announced by the system, and looked for besides' : 'looked for from time to time'}</dd>
            {health.idChanges > 0 && (
              <>
                <dt>New identity</dt>
                <dd>{`taken ${formatCount(health.idChanges, 'time')}, after a backup, a copy or a lost file; nothing was lost by it`}</dd>
              </>
            )}
          </dl>
        </div>
      </Panel>
      {rounds.length > 0 && (
        <Panel title="Last exchanges">
          <ul>
            {rounds.slice(0, roundsShown).map((round) => (
              <li key={`${round.at} ${round.cause}`} className={classes.row}>
                <span className={classes.who}>{formatMoment(round.at, zone)}</span>
                <span className={classes.what}>{sayRound(round)}</span>
                <span className={classes.when}>{causeWords[round.cause]}</span>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </div>
  )
}

const roundsShown = 10

const moodWords = { well: 'All is well', offline: 'Offline for now', attention: 'Look at this' } as const
const moodIcons = { well: IconCheck, offline: IconPlugConnectedX, attention: IconAlertTriangle } as const

function MoodIcon({ mood }: { readonly mood: keyof typeof moodIcons }) {
  const Sign = moodIcons[mood]
  return <Sign size={16} aria-hidden />
}
