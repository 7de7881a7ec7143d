import { mkdir, mkdtemp, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nodeDisk } from '../platform/nodeDisk'
import { whyNotAccountFolder, whyNotTeamFolder } from './folderRules'

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'plumbline-home-'))
  await mkdir(join(home, 'Team', 'plumbline-v1'), { recursive: true })
  await mkdir(join(home, 'Documents'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

describe('a folder for account files', () => {
  it('may be any folder that is no team folder, also one that is not there yet', async () => {
    expect(await whyNotAccountFolder(nodeDisk, join(home, 'Documents', 'Plumbline', 'nordwind'))).toBeNull()
  })

  it('may not be a team folder or lie in one, however deep', async () => {
    for (const folder of [join(home, 'Team'), join(home, 'Team', 'a', 'b')]) {
      const refused = await whyNotAccountFolder(nodeDisk, folder)
      expect(refused?.kind).toBe('insideTeamFolder')
      expect(refused?.message).toContain(join(home, 'Team'))
    }
  })

  it('may not lead into a team folder through a link', async () => {
    await symlink(join(home, 'Team'), join(home, 'Documents', 'link'))
    expect(await whyNotAccountFolder(nodeDisk, join(home, 'Documents', 'link', 'accounts'))).toMatchObject({ kind: 'insideTeamFolder' })
  })
})

describe('a team folder', () => {
  const own = () => ({ appFolders: [join(home, 'app')], accountFolder: join(home, 'Documents', 'Plumbline') })

  it('may be a folder beside the others, also one with a similar name', async () => {
    expect(await whyNotTeamFolder(join(home, 'Team'), own())).toBeNull()
    expect(await whyNotTeamFolder(join(home, 'app-team'), own())).toBeNull()
    expect(await whyNotTeamFolder(join(home, '..team'), own())).toBeNull()
  })

  it.each([
    ['the folder of the app', 'app', "Plumbline's own folder"],
    ['in the folder of the app', 'app/x', "Plumbline's own folder"],
    ['above the folder of the app', '', "contains Plumbline's own folder"],
    ['in the account folder', 'Documents/Plumbline/team', 'lies in the folder of your account files'],
    ['above the account folder', 'Documents', 'contains your account files'],
  ])('may not be %s', async (_where, place, reason) => {
    const refused = await whyNotTeamFolder(join(home, place), own())
    expect(refused?.message).toContain(reason)
  })

  it('may not be the account folder under another name', async () => {
    await mkdir(join(home, 'Documents', 'Plumbline'))
    await symlink(join(home, 'Documents', 'Plumbline'), join(home, 'link'))
    expect(await whyNotTeamFolder(join(home, 'link'), own())).toMatchObject({ kind: 'insideTeamFolder' })
  })
})
