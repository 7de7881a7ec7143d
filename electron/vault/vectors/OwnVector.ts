import type { PackStore } from '../PackStore'
import type { VaultRecord } from '../VaultRecord'
import { encodeVector, hasSameHoles, isSameStored, isStored, storedOf, type DeviceVector, type StoredThrough } from './DeviceVector'

/** What this device has stored of the others and what of it the others know already. */
export class OwnVector {
  constructor(
    private readonly store: PackStore,
    private readonly spaceId: string,
    private readonly deviceId: () => string,
  ) {}

  /** What has changed since it was last said; null where nothing has. */
  changes(): VaultRecord | null {
    const said = this.said()
    const changed = new Map([...this.whole()].filter(([deviceId, stored]) => !isSameStored(said.get(deviceId), stored)))
    return changed.size === 0 ? null : this.record(changed)
  }

  /** All of it, for a pack that will be read without the ones before it; null where no other device is known. */
  all(): VaultRecord | null {
    const whole = this.whole()
    return whole.size === 0 ? null : this.record(whole)
  }

  /**
   * True when others wait for what can be told: a pack with content has come, or a hole has opened or closed. That a
   * pack with nothing but a vector has come is not worth a pack, or two idle laptops would write to each other for ever.
   */
  hasNews(): boolean {
    const said = this.said()
    return [...this.whole()].some(([deviceId, stored]) => {
      const before = said.get(deviceId) ?? { newest: 0, holes: [] }
      return !hasSameHoles(before, stored) || this.hasContentBehind(deviceId, before)
    })
  }

  private hasContentBehind(deviceId: string, before: StoredThrough): boolean {
    const entries = this.store.stream(deviceId).entries()
    for (let index = entries.length - 1; index >= 0; index--) {
      const pack = entries[index]
      if (pack === undefined || pack.seq <= before.newest) return false
      if (pack.table?.hasContent === true && !isStored(before, pack.seq)) return true
    }
    return false
  }

  private said(): DeviceVector {
    return this.store.published.of(this.deviceId())
  }

  private whole(): DeviceVector {
    const own = this.deviceId()
    const whole = new Map<string, StoredThrough>()
    for (const state of this.store.states()) {
      // Of its own packs a device says only which it has lost, so that whoever holds them can give them back.
      const isToldOf = state.deviceId !== own || state.holes.length > 0 || this.said().has(own)
      if (state.newest > 0 && isToldOf) whole.set(state.deviceId, storedOf(state))
    }
    return whole
  }

  private record(vector: DeviceVector): VaultRecord {
    return { kind: 'vector', accountId: this.spaceId, bytes: encodeVector(vector) }
  }
}
