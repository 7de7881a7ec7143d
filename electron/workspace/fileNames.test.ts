import { mkdir, readdir } from 'node:fs/promises'
import { join, win32 } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeDisk } from '../platform/nodeDisk'
import type { Disk } from '../platform/Disk'
import { bucketName, bucketOf, maximumSeq, packName } from '../vault/packName'
import { edit, makePlace, TestLaptop, valueOf } from './testing/TestLaptop'

let place: string
let removePlace: () => Promise<void>
let anna: TestLaptop
beforeEach(async () => {
  const made = await makePlace()
  place = made.folder
  removePlace = made.remove
  anna = await TestLaptop.start(place, 'Anna')
})
afterEach(async () => {
  await anna.close()
  await removePlace()
})

/** What Windows does not take, or takes for something else, as its documentation lists it; null for a good name. */
function whyWindowsRefuses(name: string): string | null {
  if (/[<>:"/\\|?*\u0000-\u001f]/.test(name)) return 'a character that names cannot have'
  if (/[. ]$/.test(name)) return 'an ending that is cut off'
  if (/^(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?$/i.test(name)) return 'the name of a device'
  if (name === '' || name.length > 255) return 'its length'
  if (name.startsWith('~$') || /^(desktop\.ini|\.lock|_vti_.*)$/i.test(name)) return 'a name that OneDrive leaves out'
  return null
}

const hostileNames = ['CON', 'aux.txt', 'nul', 'Lpt1', 'a:b*?"<>|', '../../etc/passwd', 'C:\\Windows', 'ends with a dot.', '~$budget', 'Ünïcode ½ 漢字 🚚', '\u0007bell', 'x'.repeat(120), 'Desktop.ini', '....']

describe('the names of files', () => {
  it('are such that Windows, OneDrive and a folder without capitals take every one, whatever accounts and workspaces are called', async () => {
    const seen: string[] = []
    const noting = (disk: Disk): Disk => ({
      ...disk,
      createFile: (path) => (seen.push(path), disk.createFile(path)),
      makeDirectory: (path) => (seen.push(path), disk.makeDirectory(path)),
      rename: (from, to) => (seen.push(to), disk.rename(from, to)),
    })
    Object.assign(anna.world, { disk: noting(nodeDisk), teamDisk: noting(anna.world.teamDisk) })
    const team = join(place, 'team')
    await mkdir(team)
    for (const [index, name] of hostileNames.entries()) {
      const { workspaceId } = valueOf(await anna.workspaces.create({ name: name.slice(0, 80) }))
      if (index > 0) continue
      const opened = await anna.open(workspaceId)
      for (const accountName of hostileNames) {
        const { accountId } = valueOf(await opened.accounts.create('New'))
        await edit(opened, accountId, { kind: 'set', at: 'profile', field: 'name', value: accountName.replace(/\u0007/, '') })
      }
      valueOf(await opened.publish(team))
      await opened.sync.syncOnce()
    }
    await anna.close()
    const files = await readdir(place, { recursive: true })
    const names = new Set([...seen.map((path) => path.slice(place.length + 1)), ...files].flatMap((path) => path.split('/')))
    expect(files.filter((file) => file.endsWith('.account'))).toHaveLength(hostileNames.length)
    expect(seen.some((path) => path.endsWith('.tmp'))).toBe(true)
    for (const name of names) expect([name, whyWindowsRefuses(name)]).toEqual([name, null])
    const spellings = files.map((file) => file.toLowerCase())
    expect(new Set(spellings).size).toBe(files.length)
    // Normalised as Windows does it, a path stays what it is.
    for (const file of files) expect(win32.normalize(file)).toBe(file.replaceAll('/', '\\'))
  })

  it('leave a team folder 100 characters for the way to it, which is what Windows gives programs that know no longer paths', () => {
    const id = 'a'.repeat(26)
    const longest = win32.join('plumbline-v1', id, 'd', id, bucketName(bucketOf(maximumSeq)), packName({ seq: maximumSeq, sha: 'f'.repeat(64) }))
    expect(longest.length).toBeLessThanOrEqual(260 - 100)
    expect(packName({ seq: maximumSeq, sha: 'f'.repeat(64) }).length).toBeLessThanOrEqual(80)
  })
})
