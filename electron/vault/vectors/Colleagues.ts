import type { Clock } from '#shared/base/Clock'
import type { PackStore, StoredPack } from '../PackStore'
import { isStored, isStoredThrough, type DeviceVector } from './DeviceVector'

export interface Receipts {
  /** Devices that have stored the pack and said so. */
  readonly have: readonly string[]
  /** All other devices that have been heard of in the last weeks. */
  readonly of: readonly string[]
}

/** What the other devices have said about themselves. Their clocks are believed only as far as nothing depends on it. */
export class Colleagues {
  constructor(
    private readonly store: PackStore,
    private readonly clock: Clock,
    private readonly ownDeviceId: () => string,
  ) {}

  /** What every other device has stored, as it said last. */
  vectors(): ReadonlyMap<string, DeviceVector> {
    return new Map(this.others().map((deviceId) => [deviceId, this.store.published.of(deviceId)]))
  }

  /** Who has this pack of this device. */
  whoHas(seq: number): Receipts {
    const of = this.activeSince(this.cautiousNow() - heardOfMs)
    return { of, have: of.filter((deviceId) => isStored(this.aboutUs(deviceId), seq)) }
  }

  /** True where every device that wrote something since then has stored all packs of this device up to `seq`. */
  allHaveThrough(seq: number, since: number): boolean {
    return this.activeSince(since).every((deviceId) => isStoredThrough(this.aboutUs(deviceId), seq))
  }

  /** Packs that another device says it has not got and that are held here, so that they can be given again. */
  lackedByOthers(): readonly StoredPack[] {
    const lacked = new Set<StoredPack>()
    for (const deviceId of this.activeSince(this.cautiousNow() - heardOfMs)) {
      for (const [about, { holes }] of this.store.published.of(deviceId)) {
        if (holes.length === 0) continue
        const stream = this.store.stream(about)
        const { retiredThrough } = stream.state()
        // The packs are few where the numbers somebody claims to miss may be millions.
        for (const pack of stream.entries()) {
          if (pack.table !== null && pack.seq > retiredThrough && holes.some(({ from, to }) => from <= pack.seq && pack.seq <= to)) lacked.add(pack)
        }
      }
    }
    return [...lacked]
  }

  /**
   * A moment that is certainly not ahead: this clock, as far as another device has got too, or as this one has written
   * on so many days since `from`. Waiting periods are counted by it: a clock set a year ahead ends none of them, and
   * neither does a team of which only one is left wait for ever.
   */
  cautiousNow(from: number | null = null): number {
    const now = Date.parse(this.clock.now())
    const heard = this.others().map((deviceId) => this.store.newestMoment(deviceId))
    const worked = from === null ? 0 : from + Math.max(0, this.ownDaysSince(from) - 1) * dayMs
    return heard.length === 0 ? now : Math.min(now, Math.max(...heard, worked))
  }

  /** On how many days this device has written packs, after that of the moment. */
  private ownDaysSince(from: number): number {
    const firstDay = dayOf(new Date(from).toISOString())
    const days = this.store.stream(this.ownDeviceId()).entries().map(({ createdAt }) => dayOf(createdAt))
    return new Set(days.filter((day) => day > firstDay)).size
  }

  private activeSince(since: number): readonly string[] {
    return this.others().filter((deviceId) => this.store.newestMoment(deviceId) >= since)
  }

  private others(): readonly string[] {
    return this.store.deviceIds().filter((deviceId) => deviceId !== this.ownDeviceId() && this.store.stream(deviceId).state().newest > 0)
  }

  private aboutUs(deviceId: string): ReturnType<DeviceVector['get']> {
    return this.store.published.of(deviceId).get(this.ownDeviceId())
  }
}

function dayOf(moment: string): string {
  return moment.slice(0, 'yyyy-MM-dd'.length)
}

const dayMs = 24 * 60 * 60 * 1000

/** Who has been silent for longer is not waited for in words. */
const heardOfMs = 30 * 24 * 60 * 60 * 1000
