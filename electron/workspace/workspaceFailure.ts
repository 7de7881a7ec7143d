import { unreachable } from '#shared/base/unreachable'
import type { CommandFailure } from '#shared/ipc/contract'
import type { DiskProblem } from '../platform/Disk'
import type { RemoteProblem } from '../sync/Remote'
import type { VaultProblem } from '../vault/VaultProblem'

/** Why a workspace could not be made, opened or shared; `message` is for the member. */
export type WorkspaceFailure = CommandFailure<'workspace.open'>

/** `folder` is the vault's. */
export function failureOfVault(problem: VaultProblem, folder: string): WorkspaceFailure {
  switch (problem.kind) {
    case 'held':
      return { kind: 'held', message: `Plumbline is open on this workspace (process ${problem.pid})` }
    case 'newerFormat':
      return {
        kind: 'newerFormat',
        message: `The workspace in ${folder} was written by a newer Plumbline (format ${problem.found}; this one knows ${problem.known}). Nothing was changed. Update Plumbline to open it.`,
      }
    case 'damaged':
      return {
        kind: 'damaged',
        message: `The workspace in ${folder} is damaged: ${problem.file} cannot be read (${problem.reason}). Nothing was changed. Put that file back from a backup; your account files are not touched.`,
      }
    case 'missing':
      return { kind: 'notFound', message: `There is no workspace in ${folder}. If it was moved, put it back; otherwise choose another one.` }
    case 'closed':
      return { kind: 'notFound', message: 'The workspace is closed. Open it again.' }
    default:
      return failureOfDisk(problem, folder)
  }
}

export function failureOfDisk(problem: DiskProblem, place: string): Extract<WorkspaceFailure, { kind: 'diskFull' | 'readOnly' | 'noAccess' | 'diskError' }> {
  switch (problem.kind) {
    case 'diskFull':
      return { kind: 'diskFull', message: `There is no room left on the disk of ${place}. Make room and try again.` }
    case 'readOnly':
      return { kind: 'readOnly', message: `${place} is read-only. Make it writable or choose another place.` }
    case 'noAccess':
      return { kind: 'noAccess', message: `Plumbline may not use ${place}. Ask for access or choose another place.` }
    case 'missing':
      return { kind: 'diskError', message: `${place} is not there any more. Put it back or choose another place.` }
    case 'other':
      return { kind: 'diskError', message: `${place} cannot be used (${problem.code}). Look at what lies there and try again, or choose another place.` }
    default:
      return unreachable(problem)
  }
}

/** `folder` is the team folder. */
export function failureOfRemote(problem: RemoteProblem, folder: string): WorkspaceFailure {
  switch (problem.kind) {
    case 'offline':
      return { kind: 'folderVanished', message: `The folder ${folder} is not there. Connect the drive or choose another folder.` }
    case 'wrongVersion':
      return { kind: 'newerFormat', message: `The team folder ${folder} was written by a newer Plumbline (${problem.found}). Update Plumbline to use it.` }
    case 'otherSpace':
      return { kind: 'alreadyATeamFolder', message: `The folder ${folder} already belongs to the team "${problem.found}". Open that team as a workspace of its own, or choose another folder.` }
    case 'damaged':
      return { kind: 'damaged', message: `${problem.what} in ${folder} is damaged. If the folder is still being copied, wait and try again.` }
    default:
      return failureOfDisk(problem, folder)
  }
}
