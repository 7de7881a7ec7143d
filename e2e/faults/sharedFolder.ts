import { join } from 'node:path'
import { Fleet } from './lib/Fleet'
import type { FaultOptions, FaultReport } from './lib/FaultReport'

const names = ['anna', 'ben', 'cleo', 'dana'] as const

/** Four laptops on one folder, killed again and again while they write, sync and put packs together; in the end nothing is missing anywhere. */
export async function sharedFolder({ worker, seed, seconds }: FaultOptions): Promise<FaultReport> {
  const begun = Date.now()
  const fleet = await Fleet.make({ worker, seed, names, teamFolderOf: (place) => join(place, 'team'), compactsFrom: 8 })
  try {
    await fleet.gather()
    const until = Date.now() + seconds * 1_000
    await Promise.all(names.map((name) => fleet.torment(name, until)))
    await fleet.settle()
    const counts = await fleet.compare()
    return { name: 'four laptops killed on one folder', seed, seconds: (Date.now() - begun) / 1_000, counts, failures: fleet.failures, skipped: null }
  } finally {
    await fleet.remove()
  }
}
