import { join } from 'node:path'
import { clockOff, noFaketimeReason } from './lib/faketime'
import { noCounts, type FaultOptions, type FaultReport } from './lib/FaultReport'
import { Fleet } from './lib/Fleet'

const name = 'three laptops, one a year behind and one a year ahead'
const daysOff: { readonly [laptop: string]: number } = { anna: 0, ben: -366, cleo: 366 }

/** Clocks that are a year off, by the system itself: nothing is lost or overruled, and whoever is behind is told. */
export async function clocks({ worker, seed, seconds }: FaultOptions): Promise<FaultReport> {
  if (noFaketimeReason !== null) return { name, seed, seconds: 0, counts: noCounts, failures: [], skipped: noFaketimeReason }
  const begun = Date.now()
  const laptops = Object.keys(daysOff)
  const fleet = await Fleet.make({
    worker,
    seed,
    names: laptops,
    teamFolderOf: (place) => join(place, 'team'),
    environmentOf: (laptop) => (daysOff[laptop] ? clockOff(daysOff[laptop]) : {}),
  })
  try {
    await fleet.gather()
    const until = Date.now() + seconds * 1_000
    await Promise.all(laptops.map((laptop) => fleet.torment(laptop, until)))
    const answers = await fleet.settle()
    const told = laptops.filter((_, at) => answers[at]?.teamIsAheadAt !== null)
    if (told.join() !== 'anna,ben') fleet.failures.push(`told that a clock is wrong: ${told.join() || 'nobody'}`)
    const counts = await fleet.compare()
    return { name, seed, seconds: (Date.now() - begun) / 1_000, counts, failures: fleet.failures, skipped: null }
  } finally {
    await fleet.remove()
  }
}
