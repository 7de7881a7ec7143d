import { err, ok, type Result } from '#shared/base/Result'
import type { Log } from '../platform/Log'
import { sha256Hex } from '../vault/sha256'
import type { HeldPack, Vault } from '../vault/Vault'
import type { VaultProblem } from '../vault/VaultProblem'
import { listForeignStream } from './foreignStreams'
import { listOwnStream, type OwnStream } from './ownStream'
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

export interface RoundOrder {
  /** Lists everything and puts back what the remote has lost. */
  readonly isComplete: boolean
  /** Puts edits that are in no pack yet into one. */
  readonly seals: boolean
  /** Every own pack up to here was on the remote before. */
  readonly seenThrough: number
  /** So many of the own packs, newest first, are read back from the remote and put right. */
  readonly readBack: number
  /** Which packs of others that are held here are read back too: whoever wrote them may never come back to do it. */
  readonly readsBackForeign: (pack: HeldPack) => boolean
  /** False where there is only time to bring away what was written here. */
  readonly receives: boolean
}

export interface RoundReport {
  /** Packs put on the remote, and packs taken from it. */
  readonly sent: number
  readonly received: number
  readonly problem: SyncProblem | null
  /** Every own pack up to here is on the remote; `present` are the names of those behind it. */
  readonly through: number
  readonly present: ReadonlySet<string>
  /** False where the remote could not be looked at. */
  readonly isReached: boolean
  readonly hasSealed: boolean
}

/** One exchange with a remote. Deletes nothing on either side, whatever the other side lacks. */
export class SyncRound {
  private sent = 0
  private received = 0
  private problem: SyncProblem | null = null
  private through: number
  private isComplete: boolean
  private isReached = false
  private hasSealed = false
  private readonly present = new Set<string>()

  constructor(
    private readonly world: RoundWorld,
    private readonly order: RoundOrder,
  ) {
    this.through = order.seenThrough
    this.isComplete = order.isComplete
  }

  async run(): Promise<RoundReport> {
    const space = await this.checkSpace()
    if (!space.ok) return this.report(space.error)
    const own = await this.settleOwnStream()
    if (!own.ok) return this.report(own.error)
    this.isReached = true
    await this.send(own.value)
    if (this.order.receives && this.problem?.kind !== 'offline') await this.receive()
    return this.report(this.problem)
  }

  private report(problem: SyncProblem | null): RoundReport {
    const { sent, received, through, present, isReached, hasSealed } = this
    return { sent, received, problem, through, present, isReached: isReached && problem?.kind !== 'offline', hasSealed }
  }

  /** The first problem is the one that is told; a later one is often its consequence. */
  private note(problem: SyncProblem): void {
    this.problem ??= problem
  }

  private async checkSpace(): Promise<Result<void, SyncProblem>> {
    const { remote, space } = this.world
    const found = await remote.readSpace()
    if (!found.ok) return found
    if (found.value) return sameSpace(found.value, space)
    const devices = await remote.listDevices()
    if (!devices.ok) return devices
    // An emptied folder and a drive that is not connected look alike; only somebody who is asked may fill it again.
    if (devices.value.length === 0) return err({ kind: 'spaceGone' })
    const written = await remote.writeSpace(space)
    return written.ok ? sameSpace(written.value, space) : written
  }

  /** Before this device uses a number: has another laptop used it under the same name? Then this one goes on under a new id. */
  private async settleOwnStream(): Promise<Result<OwnStream, SyncProblem>> {
    const { vault, remote, log } = this.world
    for (;;) {
      const own = await listOwnStream(vault, remote, this.through, this.isComplete)
      if (!own.ok) return own
      this.through = own.value.through
      if (own.value.hasLost) this.isComplete = true
      const isSplit = await this.takeUnknown(own.value.unknown)
      if (!isSplit) return own
      const adopted = await vault.adoptNewDeviceId({ sentThrough: own.value.through })
      if (!adopted.ok) return err(problemOfVault(adopted.error))
      log.warn('sync.newDeviceId', { sentThrough: own.value.through })
      this.through = 0
    }
  }

  /** True when the remote knows another past of this device than the device itself. */
  private async takeUnknown(unknown: readonly RemotePack[]): Promise<boolean> {
    const { deviceId } = this.world.vault
    for (const pack of unknown) {
      if (await this.takeOne(deviceId, pack)) return true
    }
    return false
  }

  private async send(own: OwnStream): Promise<void> {
    const { vault } = this.world
    for (const pack of own.present) if (pack.seq > this.through) this.present.add(pack.name)
    const newest = this.order.readBack > 0 ? own.present.slice(-this.order.readBack) : []
    for (const pack of newest) if (await this.isDamagedOnRemote(pack)) await this.put(vault.deviceId, pack)
    for (const pack of own.missing) if (!(await this.put(vault.deviceId, pack))) return
    if (this.order.seals) await this.sealAndSend(own)
  }

  private async sealAndSend(own: OwnStream): Promise<void> {
    const { vault } = this.world
    const sealed = await vault.seal()
    if (!sealed.ok) return this.note(sealed.error.kind === 'closed' ? { kind: 'vaultClosed' } : { kind: 'thisLaptop', problem: sealed.error })
    this.hasSealed = true
    const listed = Math.max(own.present.at(-1)?.seq ?? 0, own.missing.at(-1)?.seq ?? 0)
    for (const pack of bySeq(vault.ownPacks())) {
      if (pack.seq > listed && !(await this.put(vault.deviceId, pack))) return
    }
  }

  /** False when nothing more can be put now. */
  private async put(deviceId: string, pack: HeldPack): Promise<boolean> {
    const { vault, remote, isStopping, onTransfer } = this.world
    if (isStopping()) return false
    const bytes = await vault.readPack(deviceId, pack.seq, pack.sha)
    if (!bytes.ok) {
      // A pack that this laptop itself cannot read any more does not hold up the others.
      this.note(problemOfVault(bytes.error))
      return bytes.error.kind !== 'closed'
    }
    onTransfer()
    const put = await remote.putPack(deviceId, pack, bytes.value)
    if (!put.ok) {
      this.note(put.error)
      return false
    }
    this.sent++
    if (deviceId !== vault.deviceId) return true
    if (pack.seq === this.through + 1) this.through++
    else if (pack.seq > this.through) this.present.add(pack.name)
    return true
  }

  private async isDamagedOnRemote(pack: HeldPack): Promise<boolean> {
    const { remote, isStopping } = this.world
    if (isStopping()) return false
    const bytes = await remote.getPack(pack.deviceId, pack)
    return bytes.ok ? sha256Hex(bytes.value) !== pack.sha : bytes.error.kind === 'damaged'
  }

  private async receive(): Promise<void> {
    const { vault, remote, refused, isStopping } = this.world
    const devices = await remote.listDevices()
    if (!devices.ok) return this.note(devices.error)
    for (const deviceId of devices.value) {
      if (deviceId === vault.deviceId || isStopping()) continue
      const stream = await listForeignStream(vault, remote, deviceId, this.isComplete)
      if (!stream.ok) {
        this.note(stream.error)
        if (stream.error.kind === 'offline') return
        continue
      }
      if (this.isComplete) refused.keepOnly(deviceId, stream.value.wanted)
      for (const pack of stream.value.wanted) {
        if (refused.isDue(deviceId, pack)) await this.takeOne(deviceId, pack)
        if (this.problem?.kind === 'offline' || this.problem?.kind === 'thisLaptop' || this.problem?.kind === 'vaultClosed') return
      }
    }
    if (this.isComplete) await this.putBack(devices.value)
  }

  /** A remote that was emptied or restored from an old copy gets back what anybody still holds, and whole what it holds damaged. */
  private async putBack(devices: readonly string[]): Promise<void> {
    const { vault, remote } = this.world
    for (const { deviceId } of vault.streams()) {
      if (deviceId === vault.deviceId) continue
      const stream = devices.includes(deviceId) ? await listForeignStream(vault, remote, deviceId, true) : ok({ wanted: [], listed: new Set<string>() })
      if (!stream.ok) return this.note(stream.error)
      for (const pack of bySeq(vault.packs(deviceId))) {
        const isFine = stream.value.listed.has(pack.name) && !(this.order.readsBackForeign(pack) && (await this.isDamagedOnRemote(pack)))
        if (!isFine && !(await this.put(deviceId, pack))) return
      }
    }
  }

  /** True when the pack shows that another laptop writes under this device's name. */
  private async takeOne(deviceId: string, pack: RemotePack): Promise<boolean> {
    const { vault, remote, refused, isStopping, onTransfer, log } = this.world
    if (isStopping()) return false
    onTransfer()
    const taken = await takePack(vault, remote, deviceId, pack)
    switch (taken.kind) {
      case 'taken':
        refused.clear(deviceId, pack)
        if (taken.isNew) this.received++
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
}

function sameSpace(found: SpaceFile, pinned: SpaceFile): Result<void, SyncProblem> {
  if (found.spaceId !== pinned.spaceId) return err({ kind: 'otherSpace', found: found.name })
  if (found.protection !== pinned.protection) return err({ kind: 'wrongVersion', found: found.protection })
  return ok()
}

function problemOfVault(problem: VaultProblem): SyncProblem {
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

function bySeq(packs: readonly HeldPack[]): readonly HeldPack[] {
  return [...packs].sort((a, b) => a.seq - b.seq)
}
