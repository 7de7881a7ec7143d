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
  return { files: new FilesForMember({ current, dialogs, tokens, disk, folder: documentsFolder }), shown, tokens }
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

  it('looks into a file the member chose and takes it in; of a token it never gave it takes nothing', async () => {
    const { files, tokens } = setUp(null)
    const written = valueOf(await current.withAccounts((accounts) => accounts.accountFilePath(accountId)))
    const other = await TestLaptop.start(place.folder, 'Lee')
    const lee = new CurrentWorkspace({ workspaces: other.workspaces, createDocuments: () => new InProcessDocumentClient(), publish: () => undefined, log: other.world.log })
    valueOf(await lee.create({ name: 'Team South' }))
    const { disk, documentsFolder } = other.world
    const dialogs = { chooseSavePlace: async () => null, showInFolder: () => undefined }
    const leeFiles = new FilesForMember({ current: lee, dialogs, tokens, disk, folder: documentsFolder })
    const file = tokens.forFile(written)
    const preview = valueOf(await leeFiles.inspectAccountFile(file.token))
    expect(preview).toMatchObject({ file, kind: 'new', name: 'Fabrikam', isOfThisWorkspace: false, newChanges: 1 })
    expect(valueOf(await leeFiles.mergeAccountFile(file.token, preview.sha256))).toMatchObject({ accountId, isNew: true })
    expect(valueOf(await files.inspectAccountFile(file.token))).toMatchObject({ kind: 'nothingNew' })
    for (const token of ['made-up', tokens.forFolder(place.folder)]) {
      expect(await leeFiles.inspectAccountFile(token)).toMatchObject({ ok: false, error: { kind: 'noSuchToken' } })
      expect(await leeFiles.mergeAccountFile(token, preview.sha256)).toMatchObject({ ok: false, error: { kind: 'noSuchToken' } })
    }
    await lee.stop()
  })
})
