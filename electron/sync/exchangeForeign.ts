import { ok } from '#shared/base/Result'
import type { HeldPack } from '../vault/Vault'
import { bySeq, type Carrier } from './Carrier'
import { listForeignStream } from './foreignStreams'
import type { RemotePack } from './Remote'

export interface ForeignOrder {
  /** Lists everything and puts back what the remote has lost. */
  readonly isComplete: boolean
  /** Which packs of others that are held here are read back too: whoever wrote them may never come back to do it. */
  readonly readsBackForeign: (pack: HeldPack) => boolean
  /** Packs that a colleague misses although others of the stream have come there: looked at and put right. */
  readonly lacked: () => readonly HeldPack[]
}

/**
 * Takes what the others have written. A device creates and deletes files in its own stream only; what it may do for
 * others is to put the exact file back, content and name, where the remote has lost or damaged it.
 */
export async function exchangeForeign(carrier: Carrier, order: ForeignOrder): Promise<void> {
  const { vault, remote, refused } = carrier.world
  const devices = await remote.listDevices()
  if (!devices.ok) return carrier.note(devices.error)
  for (const deviceId of devices.value) {
    if (deviceId === vault.deviceId || carrier.world.isStopping()) continue
    const stream = await listForeignStream(vault, remote, deviceId, order.isComplete)
    if (!stream.ok) {
      carrier.note(stream.error)
      if (stream.error.kind === 'offline') return
      continue
    }
    if (order.isComplete) refused.keepOnly(deviceId, stream.value.wanted)
    for (const pack of stream.value.wanted) {
      if (refused.isDue(deviceId, pack) && !isRetired(carrier, deviceId, pack)) await carrier.take(deviceId, pack)
      if (carrier.isCut()) return
    }
  }
  if (order.isComplete) await putBack(carrier, order, devices.value)
  for (const pack of order.lacked()) if (carrier.isCut() || !(await carrier.restore(pack))) return
}

/** A remote that was emptied or restored from an old copy gets back what anybody still holds, and whole what it holds damaged. */
async function putBack(carrier: Carrier, order: ForeignOrder, devices: readonly string[]): Promise<void> {
  const { vault, remote } = carrier.world
  for (const { deviceId } of vault.streams()) {
    if (deviceId === vault.deviceId) continue
    const stream = devices.includes(deviceId) ? await listForeignStream(vault, remote, deviceId, true) : ok({ listed: new Set<string>() })
    if (!stream.ok) return carrier.note(stream.error)
    // What its device has deleted on purpose stays deleted.
    const held = bySeq(vault.packs(deviceId).filter(({ isRetired }) => !isRetired))
    for (const pack of held) {
      const isThere = stream.value.listed.has(pack.name)
      // That others miss the newest one nobody can see from what they have stored.
      const isReadBack = pack === held.at(-1) || order.readsBackForeign(pack)
      const isFine = isThere ? !isReadBack || (await carrier.restore(pack)) : await carrier.put(pack)
      if (!isFine) return
    }
  }
}

function isRetired({ world }: Carrier, deviceId: string, { seq }: RemotePack): boolean {
  return seq <= (world.vault.streams().find((stream) => stream.deviceId === deviceId)?.retiredThrough ?? 0)
}
