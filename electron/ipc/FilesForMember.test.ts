import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { InProcessDocumentClient } from '../documents/InProcessDocumentClient'
import { decodeAccountFile } from '../vault/accountFileBytes'
import { makePlace, newId, TestLaptop, valueOf } from '../workspace/testing/TestLaptop'
import { CurrentWorkspace } from './CurrentWorkspace'
import { FilesForMember } from './FilesForMember'
import { FileTokens } from './FileTokens'

let place: Awaited<ReturnType<typeof makePlace>>
let laptop: TestLaptop
let current: CurrentWorkspace
let accountId: string

beforeEach(async () => {
  place = await makePlace()
  laptop = await TestLaptop.start(place.folder, 'Kim')
  current = new CurrentWorkspace({ workspaces: laptop.workspaces, createDocuments: () => new InProcessDocumentClient(), publish: () => undefined, log: laptop.world.log })
  valueOf(await current.create({ name: 'Team North' }))
  accountId = valueOf(await current.withAccounts((accounts) => accounts.create('Fabrikam'))).accountId
})
afterEach(async () => {
  await current.stop()
  await place.remove()
})

function setUp(chosen: string | null) {
  const shown: string[] = []
  const dialogs = { chooseSavePlace: async () => chosen, showInFolder: (path: string) => void shown.push(path) }
  const tokens = new FileTokens({ next: newId })
  const { disk, documentsFolder } = laptop.world
  return { files: new FilesForMember({ current, dialogs, tokens, disk, folder: documentsFolder }), shown }
}

describe('FilesForMember', () => {
  it('shows the account file, written as the account is now', async () => {
    const { files, shown } = setUp(null)
    expect((await files.showAccountFile(accountId)).ok).toBe(true)
    expect(shown).toEqual([expect.stringMatching(/fabrikam-.*\.account$/)])
    expect(decodeAccountFile(await readFile(shown[0] ?? '')).ok).toBe(true)
  })

  it('writes everything an account holds where the member says, and shows it by its token', async () => {
    const path = join(place.folder, 'rescue.account')
    const { files, shown } = setUp(path)
    const saved = valueOf(await files.exportRaw(accountId))
    expect(decodeAccountFile(await readFile(path)).ok).toBe(true)
    expect(files.show(saved?.token ?? '').ok).toBe(true)
    expect(shown).toEqual([path])
  })

  it('writes nothing where the member cancels, and names the disk where it cannot be written', async () => {
    expect(await setUp(null).files.exportRaw(accountId)).toEqual({ ok: true, value: null })
    await rm(place.folder, { recursive: true })
    const refused = await setUp(join(place.folder, 'gone', 'rescue.account')).files.exportRaw(accountId)
    expect(!refused.ok && refused.error).toMatchObject({ kind: 'diskError', message: expect.stringContaining('could not') })
  })
})
