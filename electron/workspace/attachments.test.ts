import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { bytesSource } from '../vault/blobs/BlobSource'
import { makePlace, TestLaptop, valueOf } from './testing/TestLaptop'

it('an attachment reaches the other laptop of the team', async () => {
  const { folder: place, remove } = await makePlace()
  const teamFolder = join(place, 'team')
  await mkdir(teamFolder)
  const [anna, ben] = [await TestLaptop.start(place, 'Anna'), await TestLaptop.start(place, 'Ben')]
  const made = valueOf(await anna.workspaces.create({ name: 'South' }))
  const annas = await anna.open(made.workspaceId)
  valueOf(await annas.publish(teamFolder))
  const added = await annas.vault.blobs.add(bytesSource(new Uint8Array(1_500_000).fill(7)), { isLargeAgreed: false })
  await annas.sync.syncOnce()
  const joined = valueOf(await ben.workspaces.join(teamFolder))
  const bens = await ben.open(joined.workspaceId)
  await bens.sync.syncOnce()
  expect(added.ok && (await bens.vault.blobs.check(added.value.sha))).toEqual({ ok: true, value: 'whole' })
  await anna.close()
  await ben.close()
  await remove()
})
