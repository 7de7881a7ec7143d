import { unreachable } from '#shared/base/unreachable'
import type { Failure } from '#shared/ipc/contract'
import { diskProblemCode, type DiskProblem } from '../platform/Disk'
import type { SyncProblem } from './SyncProblem'

/** The sentence for a problem: what happened to what, what is safe, what to do. `place` is the team folder as the member knows it. */
export function syncFailure(problem: SyncProblem, place: string): Failure<string> {
  return { kind: problem.kind, message: sentence(problem, place) }
}

const safe = 'Your work is saved on this laptop'

function sentence(problem: SyncProblem, place: string): string {
  switch (problem.kind) {
    case 'offline':
      return `The team folder ${place} cannot be reached. ${safe} and goes out by itself when the folder is back.`
    case 'readOnly':
      return `The team folder ${place} is read-only. ${safe}. Ask whoever looks after the folder to let you write to it.`
    case 'diskFull':
      return `The team folder ${place} is full. ${safe}. Make room there; Plumbline then goes on by itself.`
    case 'noAccess':
      return `Plumbline may not use the team folder ${place}. ${safe}. Ask whoever looks after the folder for access.`
    case 'wrongVersion':
      return `The team folder ${place} was written by a newer Plumbline (${problem.found}). ${safe}. Update Plumbline to go on.`
    case 'otherSpace':
      return `The folder ${place} now belongs to another team (${problem.found}). ${safe}. Choose your team's folder again, or open that team as a workspace of its own.`
    case 'spaceGone':
      return `The files of your team are gone from ${place}. ${safe}. If the folder is on a drive, connect it. If it was emptied, choose the folder again and Plumbline puts everything back.`
    case 'damaged':
      return `${problem.what} in the team folder ${place} is damaged. ${safe}. Delete that one file; Plumbline writes it again.`
    case 'packsRefused':
      return packsSentence(problem.packs, place)
    case 'thisLaptop':
      return laptopSentence(problem.problem)
    case 'vaultClosed':
      return 'The workspace is closed. Open it again.'
    case 'other':
      return `The team folder ${place} cannot be used (${problem.code}). ${safe}. Plumbline keeps trying.`
    default:
      return unreachable(problem)
  }
}

function packsSentence(packs: Extract<SyncProblem, { kind: 'packsRefused' }>['packs'], place: string): string {
  const count = packs.length === 1 ? '1 file' : `${packs.length} files`
  const first = packs[0]
  if (packs.every((pack) => pack.reason === 'newer')) return `${count} in the team folder ${place} come from a newer Plumbline. Nothing is lost. Update Plumbline to see what your colleagues wrote.`
  const named = first ? `${packs.length === 1 ? '' : 'the first is '}${first.deviceId}/${first.name}` : ''
  return `${count} in the team folder ${place} cannot be read (${named}). Nothing on this laptop is lost. Plumbline puts ${packs.length === 1 ? 'it' : 'them'} right as soon as a laptop that has ${packs.length === 1 ? 'it' : 'them'} whole looks at the folder.`
}

function laptopSentence(problem: DiskProblem): string {
  switch (problem.kind) {
    case 'diskFull':
      return "This laptop's disk is full. What the team wrote waits in the team folder. Make room; Plumbline then goes on by itself."
    case 'readOnly':
      return "Plumbline's own folder on this laptop is read-only. What the team wrote waits in the team folder. Make it writable; Plumbline then goes on by itself."
    default:
      return `Plumbline cannot use its own folder on this laptop (${diskProblemCode(problem)}). What the team wrote waits in the team folder. Check the disk; Plumbline keeps trying.`
  }
}
