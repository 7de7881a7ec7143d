import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { valueOf } from './invoke'
import type { Laptop } from './Laptop'
import { newId } from './newId'

/**
 * What the app is for, from the first start to files for the buyer and a team folder, by commands: the sample is
 * opened, an account changed, its brief shown and written in both formats, a workspace shared with a team.
 */
export async function doMainJob(laptop: Laptop, folder: string, teamFolder: string): Promise<void> {
  valueOf(await laptop.invoke('workspace.openSample', {}))
  const { rows } = valueOf(await laptop.invoke('account.list', {}))
  const row = rows.find(({ comparisons }) => comparisons > 0)
  if (row === undefined) throw new Error('The sample has no comparison')
  const { accountId } = row
  const { snapshot } = valueOf(await laptop.invoke('account.open', { accountId }))
  const comparisonId = Object.keys(snapshot.comparisons)[0] ?? ''
  const edits = [{ kind: 'set', at: 'profile', field: 'industry', value: 'Water and more' } as const]
  valueOf(await laptop.invoke('account.edit', { accountId, editId: newId(), edits }))
  valueOf(await laptop.invoke('brief.preview', { accountId, comparisonId }))
  for (const format of ['pdf', 'html'] as const) {
    const path = join(folder, `brief.${format}`)
    await laptop.answerSaveDialog(path)
    const file = valueOf(await laptop.invoke('brief.export', { accountId, comparisonId, format }))
    if (file === null || (await stat(path)).size < 1_000) throw new Error(`The ${format} was not written`)
    valueOf(await laptop.invoke('file.show', { file: file.token }))
  }
  valueOf(await laptop.invoke('workspace.create', { name: 'Team North', memberName: 'Kim' }))
  valueOf(await laptop.invoke('account.create', { name: 'Fabrikam' }))
  await laptop.answerFolderDialog(teamFolder)
  const chosen = valueOf(await laptop.invoke('folder.choose', { purpose: 'teamFolder' }))
  valueOf(await laptop.invoke('sync.publish', { folder: chosen?.token ?? '' }))
  const status = valueOf(await laptop.invoke('sync.now', {}))
  if (status.kind !== 'upToDate') throw new Error(`The team folder is ${status.kind}`)
}
