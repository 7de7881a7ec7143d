import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { rename } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { noSmallDiskReason, smallDisk, type SmallDisk } from '../../electron/sync/testing/smallDisk'
import { noCounts, type FaultOptions, type FaultReport } from './lib/FaultReport'
import { Fleet } from './lib/Fleet'

const name = 'a laptop on a full disk with a team folder that is full, read-only, or gone'
const laptops = ['anna', 'ben'] as const
const troubles = ['laptopFull', 'teamFull', 'teamReadOnly', 'teamUnmounted', 'teamRenamed', 'killed'] as const

/** Two real small disks: one holds all of Ben's laptop, one the team folder. Each is bad for a while at whatever write comes next. */
export async function badDisks({ worker, seed, seconds }: FaultOptions): Promise<FaultReport> {
  if (noSmallDiskReason !== null) return { name, seed, seconds: 0, counts: noCounts, failures: [], skipped: noSmallDiskReason }
  const begun = Date.now()
  const [laptopDisk, teamDisk] = [await smallDisk(16), await smallDisk(4)]
  const fleet = await Fleet.make({ worker, seed, names: laptops, teamFolderOf: (place) => join(place, 'team'), homeOf: (place, laptop) => (laptop === 'ben' ? join(laptopDisk.folder, 'ben') : join(place, laptop)) })
  const team = fleet.teamFolderOf('anna')
  try {
    mkdirSync(team)
    execFileSync('mount', ['--bind', teamDisk.folder, team])
    await fleet.gather()
    let ben = await fleet.mustStart('ben')
    const until = Date.now() + seconds * 1_000
    const anna = fleet.torment('anna', until, { pauseMs: 120 })
    ben.tell({ kind: 'work', edits: null, pauseMs: 10 })
    for (let count = 0; Date.now() < until && fleet.failures.length === 0; count++) {
      const trouble = troubles[count % troubles.length] ?? 'killed'
      if (trouble === 'killed') {
        await fleet.kill(ben)
        ben = await fleet.mustStart('ben')
        ben.tell({ kind: 'work', edits: null, pauseMs: 10 })
      } else await makeTrouble(fleet, trouble, { laptopDisk, teamDisk, team })
      await pause(300)
    }
    await anna
    await fleet.kill(ben)
    await fleet.settle()
    const counts = await fleet.compare()
    if (seconds > 30 && fleet.refusedEdits === 0) fleet.failures.push('the full disk refused nothing')
    return { name: `${name} (${fleet.refusedEdits} edits refused)`, seed, seconds: (Date.now() - begun) / 1_000, counts, failures: fleet.failures, skipped: null }
  } finally {
    await fleet.killAll()
    execFileSync('umount', ['--lazy', team])
    await laptopDisk.remove()
    await teamDisk.remove()
    await fleet.remove()
  }
}

interface Places {
  readonly laptopDisk: SmallDisk
  readonly teamDisk: SmallDisk
  readonly team: string
}

async function makeTrouble(fleet: Fleet, trouble: Exclude<(typeof troubles)[number], 'killed'>, { laptopDisk, teamDisk, team }: Places): Promise<void> {
  const forAWhile = (): Promise<void> => pause(500 + fleet.random() * 700)
  switch (trouble) {
    case 'laptopFull':
    case 'teamFull': {
      const filler = join(trouble === 'teamFull' ? teamDisk.folder : laptopDisk.folder, 'holiday.mov')
      // Nothing or a page, so that it is now this write and now that one which finds no room.
      fill(filler, Math.floor(fleet.random() * 2) * 4_096)
      await forAWhile()
      return rmSync(filler)
    }
    case 'teamReadOnly':
      teamDisk.makeReadOnly()
      await forAWhile()
      return teamDisk.makeWritable()
    case 'teamUnmounted': {
      execFileSync('umount', ['--lazy', team])
      await forAWhile()
      const written = readdirSync(team)
      if (written.length > 0) fleet.failures.push(`written where no drive was: ${written.join(', ')}`)
      return void execFileSync('mount', ['--bind', teamDisk.folder, team])
    }
    case 'teamRenamed': {
      const shown = join(team, 'plumbline-v1')
      await rename(shown, `${shown}-away`)
      await forAWhile()
      return rename(`${shown}-away`, shown)
    }
  }
}

/** Leaves about so many bytes on the disk. */
function fill(file: string, leaves: number): void {
  writeFileSync(file, '')
  const { bavail, bsize } = statfsSync(file)
  try {
    writeFileSync(file, new Uint8Array(Math.max(0, bavail * bsize - leaves)))
  } catch (error) {
    // Somebody else took the last page first: then the disk is as full as it should be.
    if (!(error instanceof Error && error.message.startsWith('ENOSPC'))) throw error
  }
}
