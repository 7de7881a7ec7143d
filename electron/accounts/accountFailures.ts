import type { CommandFailure, Failure } from '#shared/ipc/contract'
import { unreachable } from '#shared/base/unreachable'
import type { DiskProblem } from '../platform/Disk'
import type { AppendProblem, VaultProblem } from '../vault/VaultProblem'

/** Why an account cannot be read: its stored bytes, or what they mean. */
export type ReadProblem = VaultProblem | { readonly kind: 'documentDamaged'; readonly reason: string }

export type ReadFailure = CommandFailure<'account.conflicts'>
export type StoreFailure = CommandFailure<'account.create'>

type DiskFailure = Failure<'diskFull' | 'readOnly' | 'noAccess' | 'diskError'>

export const accountNotFound: Failure<'accountNotFound'> = { kind: 'accountNotFound', message: 'This account is not in this workspace.' }

export const vaultClosed: Failure<'vaultClosed'> = { kind: 'vaultClosed', message: 'The workspace is closed. Open it again to go on.' }

/** What is said of a disk that took nothing; `what` is the subject, `next` what is safe or to do. */
export function diskFailure(problem: DiskProblem, what: string): DiskFailure {
  switch (problem.kind) {
    case 'diskFull':
      return { kind: 'diskFull', message: `${what}: the disk is full. Free some space and try again.` }
    case 'readOnly':
      return { kind: 'readOnly', message: `${what}: the disk is read-only. Make it writable and try again.` }
    case 'noAccess':
      return { kind: 'noAccess', message: `${what}: the folder may not be used by you. Change its permissions and try again.` }
    case 'missing':
      return { kind: 'diskError', message: `${what}: a folder is gone. Bring it back and try again.` }
    case 'other':
      return { kind: 'diskError', message: `${what}: the disk reported an error (${problem.code}). Try again; if it stays, check the disk.` }
    default:
      return unreachable(problem)
  }
}

export function storeFailure(problem: Exclude<AppendProblem, { kind: 'tooLarge' }>): StoreFailure {
  return problem.kind === 'closed' ? vaultClosed : diskFailure(problem, 'Not saved')
}

export function readFailure(problem: ReadProblem): ReadFailure {
  switch (problem.kind) {
    case 'documentDamaged':
    case 'damaged':
      return { kind: 'damaged', message: `This account cannot be read on this laptop: ${problem.reason} Save its raw file to keep everything it holds.` }
    case 'newerFormat':
      return { kind: 'damaged', message: 'This account was written by a newer version of Plumbline. Update Plumbline to open it.' }
    case 'closed':
      return vaultClosed
    case 'held':
      return { kind: 'vaultClosed', message: 'Another Plumbline has this workspace open. Close it there first.' }
    default:
      return diskFailure(problem, 'The account could not be read')
  }
}
