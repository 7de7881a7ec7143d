import type { DeviceVector, StoredThrough } from './DeviceVector'

interface Said extends StoredThrough {
  /** The number of the pack in which it was said. */
  readonly inSeq: number
}

/**
 * What every device has said that it stores. A vector names only what changed since the one before, so entries are
 * kept one by one, each as it was said last. A pack that has not come only makes the picture older.
 */
export class PublishedVectors {
  private readonly byDevice = new Map<string, Map<string, Said>>()

  /** `deviceId` has said so in its pack number `inSeq`. */
  add(deviceId: string, inSeq: number, vector: DeviceVector): void {
    const said = this.byDevice.get(deviceId) ?? new Map<string, Said>()
    this.byDevice.set(deviceId, said)
    for (const [about, stored] of vector) {
      if (said.size >= mostDevices && !said.has(about)) continue
      if ((said.get(about)?.inSeq ?? 0) <= inSeq) said.set(about, { ...stored, inSeq })
    }
  }

  of(deviceId: string): DeviceVector {
    return this.byDevice.get(deviceId) ?? nothing
  }
}

const nothing: DeviceVector = new Map()

/** Twenty times as many as a space is made for; whoever names more makes them up. */
const mostDevices = 4096
