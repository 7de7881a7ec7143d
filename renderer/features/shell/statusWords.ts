import { unreachable } from '#shared/base/unreachable'
import type { SyncStatus } from '#shared/ipc/contract'
import { formatTime } from '#shared/text/formatDate'
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
export function syncWords({ kind, waiting, lastSyncedAt, problem }: SyncStatus, conflicts: number, zone: string): StatusWords | null {
  const toDecide = conflicts + (problem === null ? 0 : 1)
  if (kind === 'needsYou' || conflicts > 0) return { tone: 'attention', words: `Needs you (${Math.max(1, toDecide)})` }
  switch (kind) {
    case 'noTeamFolder':
      return null
    case 'upToDate':
      return { tone: 'good', words: lastSyncedAt === null ? 'Everyone has this' : `Everyone has this ${formatTime(lastSyncedAt, zone)}` }
    case 'waiting':
      return { tone: 'plain', words: `Waiting to sync (${waiting})` }
    case 'syncing':
      return { tone: 'busy', words: 'Syncing' }
    case 'offline':
      return { tone: 'plain', words: waiting > 0 ? `Offline · Waiting to sync (${waiting})` : 'Offline' }
    default:
      return unreachable(kind)
  }
}
