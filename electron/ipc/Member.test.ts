import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { err, ok } from '#shared/base/Result'
import type { Disk } from '../platform/Disk'
import { SettingsService } from '../settings/SettingsService'
import { makePlace, TestLaptop } from '../workspace/testing/TestLaptop'
import { Workspaces } from '../workspace/Workspaces'
import { Member } from './Member'

let place: Awaited<ReturnType<typeof makePlace>>
beforeEach(async () => {
  place = await makePlace()
})
afterEach(() => place.remove())

async function setUp(change: Partial<Disk> = {}) {
  const { world } = await TestLaptop.start(place.folder, 'Kim')
  const settings = await SettingsService.open(world, world.userData)
  const workspaces = await Workspaces.load({ ...world, disk: { ...world.disk, ...change } })
  return { member: new Member(settings, workspaces), settings, workspaces }
}

describe('Member', () => {
  it('is called the same in the settings and where edits are written', async () => {
    const { member, settings, workspaces } = await setUp()
    await member.change({ memberName: 'Dana' })
    expect([settings.current().memberName, workspaces.author().name]).toEqual(['Dana', 'Dana'])
    await member.change({ theme: 'dark' })
    expect(workspaces.author().name).toBe('Dana')
  })

  it('does not begin a workspace under a name that could not be kept', async () => {
    const { member, settings } = await setUp({ createFile: async () => err({ kind: 'diskFull' }) })
    let isBegun = false
    const begun = await member.namedBefore('Dana', async () => {
      isBegun = true
      return ok()
    })
    expect(!begun.ok && begun.error).toMatchObject({ kind: 'diskFull', message: expect.stringContaining('disk is full') })
    expect([isBegun, settings.current().memberName]).toEqual([false, ''])
  })
})
