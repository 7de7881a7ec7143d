import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { FolderWatch, type FolderWatcher } from './FolderWatch'

const anna = 'cccccccccccccccccccccccccc'
const ben = 'dddddddddddddddddddddddddd'
const pack = `00000001-${'a'.repeat(64)}.pack`

let folder: string
let told: number
let watch: FolderWatch | null
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-watch-'))
  told = 0
  watch = null
})
afterEach(async () => {
  watch?.stop()
  await rm(folder, { recursive: true, force: true })
})

const tell = (): void => void told++

describe('a folder that is watched', () => {
  it('tells of a pack, of a new laptop and of a new folder for packs', async () => {
    await mkdir(join(folder, anna, '00000'), { recursive: true })
    watch = new FolderWatch(folder, tell)
    await watch.follow([{ deviceId: anna, newestBucket: 0 }])
    expect(watch.isWatching).toBe(true)
    for (const happens of [
      () => writeFile(join(folder, anna, '00000', pack), 'x'),
      () => mkdir(join(folder, anna, '00001')),
      () => mkdir(join(folder, ben)),
    ]) {
      const before = told
      await happens()
      await expect.poll(() => told).toBeGreaterThan(before)
    }
  })

  it('tells of what is renamed into place, and says nothing of files that are being written', async () => {
    await mkdir(join(folder, anna, '00000'), { recursive: true })
    const heard: ((event: string, name: string | null) => void)[] = []
    const silent = (): FolderWatcher => ({ on: (event: string, listener: (event: string, name: string | null) => void) => event === 'change' && heard.push(listener), close: () => undefined }) as unknown as FolderWatcher
    watch = new FolderWatch(folder, tell, silent)
    await watch.follow([{ deviceId: anna, newestBucket: 0 }])
    for (const listener of heard) for (const name of ['~0011223344556677.tmp', 'Thumbs.db', '.DS_Store', 'desktop.ini']) listener('rename', name)
    expect(told).toBe(0)
    heard.at(-1)?.('rename', pack)
    expect(told).toBe(1)
    heard.at(-1)?.('rename', null)
    expect(told).toBe(2)
  })

  it('goes on with the folder that stands there now when another one takes its place', async () => {
    await mkdir(join(folder, anna, '00000'), { recursive: true })
    watch = new FolderWatch(folder, tell)
    await watch.follow([{ deviceId: anna, newestBucket: 0 }])
    await rename(join(folder, anna), join(folder, 'away'))
    await mkdir(join(folder, anna, '00000'), { recursive: true })
    await expect.poll(() => told).toBeGreaterThan(0)
    // Whoever was told looks, and after looking says again what to follow.
    await expect
      .poll(async () => {
        await watch?.follow([{ deviceId: anna, newestBucket: 0 }])
        const before = told
        await writeFile(join(folder, anna, '00000', `0000000${1 + (told % 9)}-${'b'.repeat(64)}.pack`), String(told))
        await new Promise((resolve) => setImmediate(resolve))
        return told > before
      })
      .toBe(true)
  })

  it('is looked at without being watched where the system refuses or does not hear of others', async () => {
    let asked = 0
    const refusing = (): never => {
      asked++
      throw Object.assign(new Error('no watchers left'), { code: 'ENOSPC' })
    }
    watch = new FolderWatch(folder, tell, refusing)
    await watch.follow([])
    await watch.follow([])
    expect(watch.isWatching).toBe(false)
    expect(asked).toBe(1)
    const network = new FolderWatch(folder, tell, refusing, () => Promise.resolve(false))
    await network.follow([])
    expect(network.isWatching).toBe(false)
    expect(asked).toBe(1)
  })
})
