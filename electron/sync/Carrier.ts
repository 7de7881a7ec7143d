import type { Log } from '../platform/Log'
import { sha256Hex } from '../vault/sha256'
import type { HeldPack, Vault } from '../vault/Vault'
import type { VaultProblem } from '../vault/VaultProblem'
import type { RefusedPacks } from './RefusedPacks'
import type { Remote, RemotePack, SpaceFile } from './Remote'
import type { SyncProblem } from './SyncProblem'
import { takePack } from './takePack'

export interface RoundWorld {
  readonly vault: Vault
  readonly remote: Remote
  readonly space: SpaceFile
  readonly refused: RefusedPacks
  readonly log: Log
  /** Asked between two packs; true ends the round early. */
  readonly isStopping: () => boolean
  /** Called before a pack is carried. */
  readonly onTransfer: () => void
}

/** Carries single packs during one round, in both directions, and keeps count of what came of it. */
export class Carrier {
  /** Packs put on the remote and packs taken from it, as far as they hold somebody's work. */
  sent = 0
  received = 0
  /** The first problem is the one that is told; a later one is often its consequence. */
  problem: SyncProblem | null = null
  /** A pack of this device could not be put. */
  hasUnsent = false

  constructor(
    readonly world: RoundWorld,
    private readonly onPut: (pack: HeldPack) => void,
  ) {}

  note(problem: SyncProblem): void {
    this.problem ??= problem
  }

  /** True where going on makes no sense: the rest is for the next round. */
  isCut(): boolean {
    const kind = this.problem?.kind
    return kind === 'offline' || kind === 'thisLaptop' || kind === 'vaultClosed' || this.world.isStopping()
  }

  /** False when nothing more can be put now. */
  async put(pack: HeldPack): Promise<boolean> {
    const { vault, remote, isStopping, onTransfer } = this.world
    if (isStopping()) return false
    const bytes = await vault.readPack(pack.deviceId, pack.seq, pack.sha)
    if (!bytes.ok) {
      // A pack that this laptop itself cannot read any more does not hold up the others.
      this.note(problemOfVault(bytes.error))
      return bytes.error.kind !== 'closed'
    }
    onTransfer()
    const put = await remote.putPack(pack.deviceId, pack, bytes.value)
    if (!put.ok) {
      this.hasUnsent ||= pack.deviceId === vault.deviceId
      // That nobody hears what has been stored here is no trouble to anyone.
      if (!pack.hasContent && put.error.kind !== 'offline') return true
      this.note(put.error)
      return false
    }
    if (pack.hasContent) this.sent++
    this.onPut(pack)
    return true
  }

  /** True when the pack shows that another laptop writes under this device's name. */
  async take(deviceId: string, pack: RemotePack): Promise<boolean> {
    const { vault, remote, refused, isStopping, onTransfer, log } = this.world
    if (isStopping()) return false
    onTransfer()
    const taken = await takePack(vault, remote, deviceId, pack)
    switch (taken.kind) {
      case 'taken':
        refused.clear(deviceId, pack)
        if (taken.isNews) this.received++
        return false
      case 'split':
        return true
      case 'refused':
        refused.add(deviceId, pack, taken.reason, taken.fingerprint)
        log.warn('sync.packRefused', { seq: pack.seq, reason: taken.reason, bytes: taken.bytes })
        return false
      case 'stopped':
        this.note(taken.problem)
        return false
    }
  }

  /** Puts a pack that is held here where the remote has it no longer, or no longer whole. False when nothing more can be put now. */
  async restore(pack: HeldPack): Promise<boolean> {
    return !(await this.isDamagedOnRemote(pack)) || this.put(pack)
  }

  private async isDamagedOnRemote(pack: HeldPack): Promise<boolean> {
    const { remote, isStopping } = this.world
    if (isStopping()) return false
    const bytes = await remote.getPack(pack.deviceId, pack)
    return bytes.ok ? sha256Hex(bytes.value) !== pack.sha : bytes.error.kind === 'damaged'
  }
}

export function problemOfVault(problem: VaultProblem): SyncProblem {
  switch (problem.kind) {
    case 'closed':
      return { kind: 'vaultClosed' }
    case 'held':
    case 'newerFormat':
    case 'damaged':
      return { kind: 'thisLaptop', problem: { kind: 'other', code: problem.kind } }
    default:
      return { kind: 'thisLaptop', problem }
  }
}

export function bySeq(packs: readonly HeldPack[]): readonly HeldPack[] {
  return [...packs].sort((a, b) => a.seq - b.seq)
}
