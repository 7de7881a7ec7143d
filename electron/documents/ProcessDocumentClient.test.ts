import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { createLog } from '../platform/Log'
import { systemClock } from '../platform/systemClock'
import type { DocumentClient } from './DocumentClient'
import { InProcessDocumentClient } from './InProcessDocumentClient'
import { ProcessDocumentClient, type ProcessLimits } from './ProcessDocumentClient'
import { buildDocumentHost, NodeDocumentProcesses } from './testing/nodeDocumentProcess'
import { testAccountId } from './testing/Replica'

const folder = mkdtempSync(join(tmpdir(), 'documents-'))
const log = createLog(systemClock, () => undefined)
let processes = new NodeDocumentProcesses('')
let entry = ''
const clients: DocumentClient[] = []

beforeAll(async () => {
  entry = await buildDocumentHost(folder)
})
afterEach(async () => {
  for (const client of clients.splice(0)) await client.close()
})
afterAll(() => {
  rmSync(folder, { recursive: true })
})

function newClient(limits: Partial<ProcessLimits> = {}, host = entry): ProcessDocumentClient {
  processes = new NodeDocumentProcesses(host)
  const client = new ProcessDocumentClient(processes.start, log, limits)
  clients.push(client)
  return client
}

const edit = {
  editId: 'edit-1',
  edits: [{ kind: 'set', at: 'profile', field: 'name', value: 'Hollenbach' } as const],
  author: { memberId: 'member-1', name: 'Kim' },
  now: '2026-11-21T09:00:00.000Z',
}

describe('documents in a process of their own', () => {
  test('answer as documents in this process do', async () => {
    const answers = []
    for (const client of [newClient(), new InProcessDocumentClient()]) {
      const opened = await client.open(testAccountId, [])
      const prepared = await client.prepare(testAccountId, edit)
      if (!prepared.ok || !prepared.value.change) throw new Error('Not prepared')
      await client.confirm(testAccountId, edit.editId)
      const { change, ...rest } = prepared.value
      const inspected = await client.inspectChanges([change, new Uint8Array([1])])
      const again = await client.open(testAccountId, [change])
      const saved = await client.save(testAccountId)
      const kept = saved.ok ? await client.inspectSaved(saved.value) : saved
      const hashes = await client.changeHashes(testAccountId)
      expect(kept).toEqual(hashes)
      expect(inspected).toMatchObject({ ok: true, value: { unreadable: 1 } })
      answers.push([
        opened,
        rest,
        again,
        hashes.ok && hashes.value.length,
        await client.isOpen(testAccountId),
        await client.isOpen('another'),
        await client.snapshot('another'),
        await client.prepare(testAccountId, { ...edit, editId: 'edit-2', edits: [{ kind: 'set', at: 'nowhere', field: 'x', value: 1 }] }),
        await client.open('bad', [new Uint8Array([1, 2, 3])]),
        await client.conflicts(testAccountId),
      ])
    }
    expect(answers[0]).toEqual(answers[1])
  })

  test('a process that dies ends what was asked with processGone, and the next question finds a new process', async () => {
    const client = newClient()
    await client.open(testAccountId, [])
    const child = processes.freeze()
    const asked = [client.snapshot(testAccountId), client.prepare(testAccountId, edit), client.isOpen(testAccountId), client.drop(testAccountId)]
    child.kill('SIGKILL')
    const gone = { ok: false, error: { kind: 'processGone' } }
    expect(await Promise.all(asked)).toEqual([gone, gone, false, undefined])
    expect(await client.snapshot(testAccountId)).toEqual({ ok: false, error: { kind: 'notOpen' } })
    expect((await client.open(testAccountId, [])).ok).toBe(true)
    expect(processes.children).toHaveLength(2)
  })

  test('a process that grew too large is started afresh once it has nothing to do, and never under a held edit', async () => {
    const client = newClient({ memoryBytes: 1 })
    await client.open(testAccountId, [])
    expect((await client.snapshot(testAccountId)).ok).toBe(false)
    expect(processes.children).toHaveLength(2)
    const held = newClient({ memoryBytes: 1 })
    const [, prepared] = await Promise.all([held.open(testAccountId, []), held.prepare(testAccountId, edit)])
    expect(prepared.ok).toBe(true)
    expect((await held.snapshot(testAccountId)).ok).toBe(true)
    expect(processes.children).toHaveLength(1)
    await held.confirm(testAccountId, edit.editId)
    expect((await held.snapshot(testAccountId)).ok).toBe(false)
  })

  test('a process that takes nothing up any more is ended and started afresh; who asked is told as of a crash', async () => {
    const client = newClient({ takeUpMs: 3_000 })
    await client.open(testAccountId, [])
    const child = processes.freeze()
    expect(await client.snapshot(testAccountId)).toEqual({ ok: false, error: { kind: 'processGone' } })
    expect((await client.open(testAccountId, [])).ok).toBe(true)
    expect(processes.children).toHaveLength(2)
    expect(child.signalCode).toBe('SIGKILL')
  })

  test('a process that cannot start is tried three times and is a bug then, not a damaged account', async () => {
    const broken = join(folder, 'broken.mjs')
    writeFileSync(broken, 'process.exit(3)')
    await expect(newClient({}, broken).open(testAccountId, [])).rejects.toThrow('does not start')
    expect(processes.children).toHaveLength(3)
  })

  test('after closing nothing is started any more', async () => {
    const client = newClient()
    await client.open(testAccountId, [])
    await client.close()
    expect(processes.children.every((child) => child.exitCode !== null || child.signalCode !== null)).toBe(true)
    expect(await client.snapshot(testAccountId)).toEqual({ ok: false, error: { kind: 'processGone' } })
    expect(processes.children).toHaveLength(1)
  })
})
