import { existsSync } from 'node:fs'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { carryFile, treatments, type Treatment } from '../../../electron/sync/testing/carryFile'

/** A folder of one laptop that a cloud program keeps like those of the others. */
export interface MirroredFolder {
  readonly name: string
  readonly folder: string
}

/**
 * A cloud program at its worst: carries files one by one, in any order, torn, empty, with flipped bits, under other
 * names, with copies beside them, and deletes before it adds. What a laptop has written stays whole in its own folder.
 */
export class HostileMirror {
  /** Whose files lie below a path: the laptop in whose folder it was seen first. */
  private readonly owners = new Map<string, string>()
  private isStopped = false
  private running: Promise<void> = Promise.resolve()

  constructor(
    private readonly folders: readonly MirroredFolder[],
    private readonly random: () => number,
  ) {}

  start(): void {
    this.isStopped = false
    this.running = this.run()
    // Told by `stop`.
    this.running.catch(() => undefined)
  }

  async stop(): Promise<void> {
    this.isStopped = true
    await this.running
  }

  /** Carries everything whole and deletes what its owner has deleted, as the program does when it has come to rest. */
  async carryAll(): Promise<void> {
    for (const from of this.folders) {
      const files = await this.ownFiles(from)
      for (const to of this.folders) {
        if (from === to) continue
        for (const file of files) await this.carry(from, to, file, 'whole')
        await this.deleteGone(from, to, files)
      }
    }
  }

  /** Damages some files where they were written, as a failing disk does. Answers how many. */
  async damageSome(count: number): Promise<number> {
    let damaged = 0
    for (const from of this.folders) {
      const files = (await this.ownFiles(from)).filter((file) => file.endsWith('.pack'))
      for (let at = 0; at < count && files.length > 0; at++) {
        const file = join(from.folder, files[Math.floor(this.random() * files.length)] ?? '')
        await carryFile(file, file, 'flipped')
        damaged++
      }
    }
    return damaged
  }

  private async run(): Promise<void> {
    while (!this.isStopped) {
      for (const to of shuffled(this.folders, this.random)) {
        for (const from of shuffled(this.folders, this.random)) {
          if (from === to) continue
          const files = shuffled(await this.ownFiles(from), this.random).slice(0, 25)
          for (const file of files) await this.carry(from, to, file, this.treatment())
          if (this.random() < 0.2) await this.deleteGone(from, to, await this.ownFiles(from))
        }
      }
      await pause(20)
    }
  }

  /** Half of the files arrive. */
  private treatment(): Treatment {
    return this.random() < 0.5 ? 'whole' : (treatments[Math.floor(this.random() * treatments.length)] ?? 'whole')
  }

  private async carry(from: MirroredFolder, to: MirroredFolder, file: string, how: Treatment): Promise<void> {
    const [source, target] = [join(from.folder, file), join(to.folder, file)]
    try {
      if (how === 'whole' && (await isSame(source, target))) return
      await carryFile(source, target, how)
    } catch (error) {
      // Deleted by its owner since it was listed, or by a laptop that put something in its place.
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    }
  }

  private async deleteGone(from: MirroredFolder, to: MirroredFolder, files: readonly string[]): Promise<void> {
    const present = new Set(files)
    const there = existsSync(to.folder) ? await readdir(to.folder, { recursive: true }) : []
    for (const name of there) if (name.endsWith('.pack') && this.ownerOf(name, to) === from.name && !present.has(name)) await rm(join(to.folder, name), { force: true })
  }

  private async ownFiles(from: MirroredFolder): Promise<readonly string[]> {
    const names = existsSync(from.folder) ? await readdir(from.folder, { recursive: true }) : []
    return names.filter((name) => /(\.pack|space\.json)$/.test(name) && !name.includes('(') && this.ownerOf(name, from) === from.name)
  }

  /** `plumbline-v1/<space>/d/<device>` belongs to one laptop, and so does the file that says what the space is. */
  private ownerOf(name: string, seenIn: MirroredFolder): string {
    const place = name.split('/').slice(0, 4).join('/')
    const owner = this.owners.get(place) ?? seenIn.name
    this.owners.set(place, owner)
    return owner
  }
}

async function isSame(source: string, target: string): Promise<boolean> {
  if (!existsSync(target) || (await stat(source)).size !== (await stat(target)).size) return false
  return (await readFile(source)).equals(await readFile(target))
}

function shuffled<T>(list: readonly T[], random: () => number): readonly T[] {
  return list
    .map((item) => ({ item, luck: random() }))
    .sort((a, b) => a.luck - b.luck)
    .map(({ item }) => item)
}
