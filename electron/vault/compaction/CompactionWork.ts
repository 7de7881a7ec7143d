import type { Result } from '#shared/base/Result'
import type { DiskProblem, DiskResult } from '../../platform/Disk'
import type { PackStore, StoredPack } from '../PackStore'
import type { Sealer } from '../Sealer'
import type { Colleagues } from '../vectors/Colleagues'
import type { CompactionOrder, CompactionPorts, CompactionRefused } from './CompactionPorts'

/** The vault as compaction uses it. */
export interface CompactionWorld {
  readonly store: PackStore
  readonly sealer: Sealer
  readonly colleagues: Colleagues
  /** Sealing, receiving and writing bases take turns. Refused once the vault is closing. */
  readonly turn: <T>(work: () => DiskResult<T>) => Promise<Result<T, DiskProblem | { readonly kind: 'closed' }>>
}

/** One call's worth of compaction: the vault, the ports and the order it was given. */
export interface CompactionWork extends CompactionWorld, CompactionOrder {
  readonly ports: CompactionPorts
}

/** Why a step ended without having done what it was for. */
export type StepEnd = { readonly kind: 'stopped' } | { readonly kind: 'refused'; readonly reason: CompactionRefused }

export function refused(reason: CompactionRefused): StepEnd {
  return { kind: 'refused', reason }
}

export function thisLaptop(problem: { readonly kind: string }): StepEnd {
  return problem.kind === 'closed' ? { kind: 'stopped' } : refused({ kind: 'thisLaptop', problem })
}

export function ownEntries({ store, sealer }: CompactionWorld): readonly StoredPack[] {
  return store.stream(sealer.device.deviceId).entries()
}

export function retiredThrough({ store, sealer }: CompactionWorld): number {
  return store.stream(sealer.device.deviceId).state().retiredThrough
}
