import { unreachable } from '#shared/base/unreachable'
import type { Failure } from '#shared/ipc/contract'
import type { DiskProblem } from '../platform/Disk'

/** A refusal of this laptop's disk in words: what could not be done, why, and the next step. */
export function diskFailure(problem: DiskProblem, what: string): Failure<'diskFull' | 'readOnly' | 'noAccess' | 'diskError'> {
  switch (problem.kind) {
    case 'diskFull':
      return { kind: 'diskFull', message: `${what}: the disk is full. Make room and try again.` }
    case 'readOnly':
      return { kind: 'readOnly', message: `${what}: this folder is read-only. Choose another, or make it writable.` }
    case 'noAccess':
      return { kind: 'noAccess', message: `${what}: Plumbline may not write here. Choose another folder, or ask whoever looks after this laptop for access.` }
    case 'missing':
      return { kind: 'diskError', message: `${what}: the folder is no longer there. Choose another.` }
    case 'other':
      return { kind: 'diskError', message: `${what}: the disk refused (${problem.code}). Try again; if it refuses once more, check the disk.` }
    default:
      return unreachable(problem)
  }
}
