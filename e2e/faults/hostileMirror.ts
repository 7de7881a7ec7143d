import { join } from 'node:path'
import { Fleet } from './lib/Fleet'
import type { FaultOptions, FaultReport } from './lib/FaultReport'
import { HostileMirror } from './lib/HostileMirror'

const names = ['anna', 'ben', 'cleo'] as const

/** Three laptops, each with a folder of its own that a program mirrors badly, killed now and then; in the end nothing is missing. */
export async function hostileMirror({ worker, seed, seconds }: FaultOptions): Promise<FaultReport> {
  const begun = Date.now()
  const fleet = await Fleet.make({ worker, seed, names, teamFolderOf: (place, name) => join(place, `folder-of-${name}`), compactsFrom: 8 })
  const mirror = new HostileMirror(names.map((name) => ({ name, folder: fleet.teamFolderOf(name) })), fleet.random)
  try {
    await fleet.gather(() => mirror.carryAll())
    const until = Date.now() + seconds * 1_000
    mirror.start()
    await Promise.all(names.map((name) => fleet.torment(name, until, { leastMs: 3_000, mostMs: 6_000 })))
    await mirror.stop()
    await mirror.damageSome(2)
    await fleet.settle(() => mirror.carryAll())
    const counts = await fleet.compare()
    return { name: 'three laptops on a folder that is mirrored badly', seed, seconds: (Date.now() - begun) / 1_000, counts, failures: fleet.failures, skipped: null }
  } finally {
    await mirror.stop()
    await fleet.remove()
  }
}
