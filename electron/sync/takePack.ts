import { unreachable } from '#shared/base/unreachable'
import { sha256Hex } from '../vault/sha256'
import type { Vault } from '../vault/Vault'
import type { PackRefused } from '../vault/VaultProblem'
import type { Remote, RemotePack } from './Remote'
import type { RefusedPack, SyncProblem } from './SyncProblem'

export type TakenPack =
  /** `isNews`: it was not here yet and holds somebody's work. */
  | { readonly kind: 'taken'; readonly isNews: boolean }
  /** Another laptop writes, or has written, under this device's id. */
  | { readonly kind: 'split' }
  | { readonly kind: 'refused'; readonly reason: RefusedPack['reason']; readonly fingerprint: string; readonly bytes: number }
  | { readonly kind: 'stopped'; readonly problem: SyncProblem }

/** Fetches one pack, compares it with the hash in its name and hands it to the vault, which checks the rest. */
export async function takePack(vault: Vault, remote: Remote, deviceId: string, pack: RemotePack): Promise<TakenPack> {
  const bytes = await remote.getPack(deviceId, pack)
  if (!bytes.ok) {
    if (bytes.error.kind === 'damaged') return refused('damaged', 'gone', 0)
    if (bytes.error.kind === 'noAccess') return refused('noAccess', 'noAccess', 0)
    return { kind: 'stopped', problem: bytes.error }
  }
  const fingerprint = sha256Hex(bytes.value)
  if (fingerprint !== pack.sha) return refused('damaged', fingerprint, bytes.value.length)
  const received = await vault.receive(bytes.value, { deviceId, ...pack })
  if (received.ok) return { kind: 'taken', isNews: !received.value.alreadyHeld && received.value.accountIds.length > 0 }
  return takenFrom(received.error, fingerprint, bytes.value.length)
}

function takenFrom(problem: PackRefused, fingerprint: string, bytes: number): TakenPack {
  switch (problem.kind) {
    case 'ownStreamForked':
    case 'ownStreamRolledBack':
      return { kind: 'split' }
    case 'closed':
      return { kind: 'stopped', problem: { kind: 'vaultClosed' } }
    case 'diskFull':
    case 'readOnly':
    case 'missing':
    case 'noAccess':
    case 'other':
      return { kind: 'stopped', problem: { kind: 'thisLaptop', problem } }
    case 'newerFormat':
    case 'unknownRecordKind':
    case 'unknownProtection':
    case 'unexpectedSignature':
      return refused('newer', fingerprint, bytes)
    case 'otherSpace':
      return refused('other', fingerprint, bytes)
    case 'tooLarge':
    case 'notAPack':
    case 'damagedHeader':
    case 'damagedBody':
    case 'wrongName':
      return refused('damaged', fingerprint, bytes)
    default:
      return unreachable(problem)
  }
}

function refused(reason: RefusedPack['reason'], fingerprint: string, bytes: number): TakenPack {
  return { kind: 'refused', reason, fingerprint, bytes }
}
