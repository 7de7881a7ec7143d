import { unreachable } from '#shared/base/unreachable'
import type { SyncStatus } from '#shared/ipc/contract'
import { formatMoment, formatTime } from '#shared/text/formatDate'
import type { Saving } from '../../model/account/AccountState'

export type StatusTone = 'plain' | 'busy' | 'good' | 'attention' | 'bad'

export interface StatusWords {
  readonly tone: StatusTone
  readonly words: string
}

/** Whether the work is on this laptop's disk. */
export function savingWords(saving: Saving, zone: string): StatusWords {
  switch (saving.kind) {
    case 'saved':
      return { tone: 'plain', words: saving.at === null ? 'Saved on this laptop' : `Saved on this laptop ${formatTime(saving.at, zone)}` }
    case 'saving':
      return { tone: 'busy', words: 'Saving on this laptop' }
    case 'failed':
      // A full disk says so itself.
      return { tone: 'bad', words: saving.message.startsWith('Not saved') ? saving.message : `Not saved. ${saving.message}` }
    default:
      return unreachable(saving)
  }
}

/** Whether the team has it too; null where there is no team folder. `conflicts` wait for a decision. */
export function syncWords({ kind, waiting, lastSyncedAt, colleagues, problem }: SyncStatus, conflicts: number, zone: string): StatusWords | null {
  // A folder that is away comes back by itself and asks nothing of anybody.
  const toDecide = conflicts + (problem === null || kind === 'offline' ? 0 : 1)
  if (kind === 'needsYou' || conflicts > 0) return { tone: 'attention', words: `Needs you (${Math.max(1, toDecide)})` }
  switch (kind) {
    case 'noTeamFolder':
      return null
    case 'upToDate':
      return { tone: 'good', words: `In the team folder${lastSyncedAt === null ? '' : ` ${formatTime(lastSyncedAt, zone)}`}${receipts(colleagues)}` }
    case 'waiting':
      return { tone: 'plain', words: `Waiting to sync (${waiting})` }
    case 'syncing':
      return { tone: 'busy', words: 'Syncing' }
    case 'offline':
      return { tone: 'plain', words: waiting > 0 ? `Offline · ${waiting === 1 ? '1 change waits' : `${waiting} changes wait`}` : 'Offline' }
    default:
      return unreachable(kind)
  }
}

/** Null unless this laptop's clock is more than a day behind what the team wrote. */
export function clockWords({ teamIsAheadAt }: SyncStatus, zone: string): StatusWords | null {
  if (teamIsAheadAt === null) return null
  return { tone: 'attention', words: `Your team wrote on ${formatMoment(teamIsAheadAt, zone)}, a day or more ahead of this laptop's clock. Set the clock; until then ages count from that day.` }
}

/** The folder only carries; whether a colleague has it the colleague has to say. */
function receipts({ have, of }: SyncStatus['colleagues']): string {
  if (of === 0) return ''
  return ` · ${have} of ${of} ${of === 1 ? 'colleague' : 'colleagues'} ${have === 1 ? 'has' : 'have'} it`
}
