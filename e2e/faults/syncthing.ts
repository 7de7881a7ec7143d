import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { noCounts, type FaultOptions, type FaultReport } from './lib/FaultReport'
import { Fleet } from './lib/Fleet'
import { noSyncthingReason, SyncthingNodes } from './lib/Syncthing'

const name = 'three laptops over three Syncthing daemons'
const laptops = ['anna', 'ben', 'cleo'] as const

/** Three laptops whose folders real Syncthing daemons keep the same; laptops and daemons are killed in between. */
export async function syncthing({ worker, seed, seconds }: FaultOptions): Promise<FaultReport> {
  const skipped = noSyncthingReason()
  if (skipped !== null) return { name, seed, seconds: 0, counts: noCounts, failures: [], skipped }
  const begun = Date.now()
  const fleet = await Fleet.make({ worker, seed, names: laptops, teamFolderOf: (place, laptop) => join(place, `folder-of-${laptop}`), compactsFrom: 8 })
  const nodes = await SyncthingNodes.make(fleet.place, laptops.map((laptop) => fleet.teamFolderOf(laptop)))
  const carry = async (): Promise<void> => {
    if (!(await nodes.carryAll())) fleet.failures.push('Syncthing did not bring the folders together')
  }
  try {
    await nodes.start()
    await fleet.gather(carry)
    const until = Date.now() + seconds * 1_000
    const daemonKills = killDaemons(nodes, fleet.random, until)
    await Promise.all(laptops.map((laptop) => fleet.torment(laptop, until, { leastMs: 3_000, mostMs: 6_000 })))
    const kills = await daemonKills
    await fleet.settle(carry)
    const counts = await fleet.compare()
    if (nodes.conflictFiles() > 0) fleet.failures.push(`${nodes.conflictFiles()} conflict files`)
    return { name, seed, seconds: (Date.now() - begun) / 1_000, counts: { ...counts, kills: counts.kills + kills }, failures: fleet.failures, skipped: null }
  } finally {
    await nodes.stop()
    await fleet.remove()
  }
}

async function killDaemons(nodes: SyncthingNodes, random: () => number, until: number): Promise<number> {
  let kills = 0
  while (Date.now() < until) {
    await pause(4_000 + random() * 4_000)
    if (Date.now() >= until) break
    await nodes.killOne(random)
    kills++
  }
  return kills
}
