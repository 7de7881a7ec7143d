import { err, ok, type Result } from '#shared/base/Result'
import type { HeldPack } from '../vault/Vault'
import { bySeq, Carrier, problemOfVault, type RoundWorld } from './Carrier'
import { exchangeForeign, type ForeignOrder } from './exchangeForeign'
import { listOwnStream, type OwnStream } from './ownStream'
import type { RemotePack, SpaceFile } from './Remote'
import type { SyncProblem } from './SyncProblem'

export interface RoundOrder extends ForeignOrder {
  /** Puts edits that are in no pack yet into one. */
  readonly seals: boolean
  /** Every own pack up to here was on the remote before. */
  readonly seenThrough: number
  /** So many of the own packs, newest first, are read back from the remote and put right. */
  readonly readBack: number
  /** So long it may take until the others hear what has come here, where nothing else is written. */
  readonly vectorAfterMs: number
  /** False where there is only time to bring away what was written here. */
  readonly receives: boolean
}

export interface RoundReport {
  /** Packs put on the remote and packs taken from it, as far as they hold somebody's work. */
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
  private readonly carrier: Carrier
  private through: number
  private isComplete: boolean
  private isReached = false
  private hasSealed = false
  private readonly present = new Set<string>()

  constructor(
    private readonly world: RoundWorld,
    private readonly order: RoundOrder,
  ) {
    this.carrier = new Carrier(world, (pack) => this.notePut(pack))
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
    if (this.order.receives && !this.carrier.isCut()) await exchangeForeign(this.carrier, { ...this.order, isComplete: this.isComplete })
    if (this.order.receives && !this.carrier.isCut()) await this.tellWhatIsStored()
    return this.report(this.carrier.problem)
  }

  private report(problem: SyncProblem | null): RoundReport {
    const { through, present, isReached, hasSealed } = this
    const { sent, received } = this.carrier
    return { sent, received, problem, through, present, isReached: isReached && problem?.kind !== 'offline', hasSealed }
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
      if (await this.carrier.take(deviceId, pack)) return true
    }
    return false
  }

  private async send(own: OwnStream): Promise<void> {
    for (const pack of own.present) if (pack.seq > this.through) this.present.add(pack.name)
    const newest = this.order.readBack > 0 ? own.present.slice(-this.order.readBack) : []
    for (const pack of newest) await this.carrier.restore(pack)
    for (const pack of own.missing) if (!(await this.carrier.put(pack))) return
    if (this.order.seals) await this.sealAndSend(own)
  }

  private async sealAndSend(own: OwnStream): Promise<void> {
    const sealed = await this.world.vault.seal()
    if (!sealed.ok) return this.carrier.note(sealed.error.kind === 'closed' ? { kind: 'vaultClosed' } : { kind: 'thisLaptop', problem: sealed.error })
    this.hasSealed = true
    await this.putAbove(Math.max(own.present.at(-1)?.seq ?? 0, own.missing.at(-1)?.seq ?? 0))
  }

  /** So that the others learn who has their work. Edits that wait for a pack of their own take it along. */
  private async tellWhatIsStored(): Promise<void> {
    const { vault } = this.world
    // Where nothing can be put, packs that nobody ever reads would pile up.
    if (vault.stats().unsealedRecords > 0 || this.carrier.hasUnsent) return
    const newest = vault.ownPacks().at(-1)?.seq ?? 0
    const published = await vault.publishVector(this.order.vectorAfterMs)
    if (published.ok && published.value > 0) await this.putAbove(newest)
  }

  private async putAbove(seq: number): Promise<void> {
    for (const pack of bySeq(this.world.vault.ownPacks())) if (pack.seq > seq && !(await this.carrier.put(pack))) return
  }

  private notePut(pack: HeldPack): void {
    if (pack.deviceId !== this.world.vault.deviceId) return
    if (pack.seq === this.through + 1) this.through++
    else if (pack.seq > this.through) this.present.add(pack.name)
  }
}

function sameSpace(found: SpaceFile, pinned: SpaceFile): Result<void, SyncProblem> {
  if (found.spaceId !== pinned.spaceId) return err({ kind: 'otherSpace', found: found.name })
  if (found.protection !== pinned.protection) return err({ kind: 'wrongVersion', found: found.protection })
  return ok()
}
