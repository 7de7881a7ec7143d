import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inOrder } from '#shared/domain/schema/order'
import { ProcessDocumentClient } from '../documents/ProcessDocumentClient'
import { buildDocumentHost, NodeDocumentProcesses } from '../documents/testing/nodeDocumentProcess'
import { createLog } from '../platform/Log'
import { systemClock } from '../platform/systemClock'
import { Laptop } from './testing/Laptop'

test('the documents process is killed in the middle of edits of several accounts: each is made once, and the member notices nothing', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'documents-'))
  const processes = new NodeDocumentProcesses(await buildDocumentHost(folder))
  const kim = new Laptop('Kim')
  kim.startDocuments = () => new ProcessDocumentClient(processes.start, createLog(systemClock, () => undefined))
  await kim.start()
  const accountIds = [await kim.create('First'), await kim.create('Second'), await kim.create('Third')]
  for (let round = 1; round <= 3; round++) {
    const child = processes.freeze()
    const edits = accountIds.map((accountId) => kim.edit(accountId, { kind: 'add', in: 'needs', id: kim.ids.next(), fields: { quote: `Round ${round}` }, before: null }))
    child.kill('SIGKILL')
    await Promise.all(edits)
  }
  for (const accountId of accountIds) {
    expect(inOrder((await kim.read(accountId)).needs).map((need) => need.quote)).toEqual(['Round 1', 'Round 2', 'Round 3'])
  }
  expect(processes.children).toHaveLength(4)
  await kim.restart()
  expect((await kim.accounts.verify()).problems).toEqual([])
  await kim.remove()
  rmSync(folder, { recursive: true })
})
