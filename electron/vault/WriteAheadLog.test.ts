import { expect, test } from 'vitest'
import { CrashDisk, type DiskCall } from '../platform/testing/CrashDisk'
import { record, testId, textOf } from './testing/vaultWorld'
import { WriteAheadLog, type OpenedLog } from './WriteAheadLog'

const account = testId()

async function opened(disk: CrashDisk, sealedThrough = 0): Promise<OpenedLog> {
  await disk.makeDirectory('/wal')
  await disk.syncDirectory('/')
  const log = await WriteAheadLog.open(disk, '/wal', sealedThrough)
  if (!log.ok) throw new Error(log.error.kind)
  return log.value
}

async function append(log: WriteAheadLog, ...texts: readonly string[]): Promise<boolean> {
  return (await log.append(texts.map((text) => record(account, text)), () => undefined)).ok
}

function recorded(disk: CrashDisk): DiskCall['name'][] {
  const names: DiskCall['name'][] = []
  disk.plan = ({ name }) => {
    names.push(name)
    return null
  }
  return names
}

test('an append is one write and one flush', async () => {
  const disk = new CrashDisk()
  const { log } = await opened(disk)
  await append(log, 'first')
  const calls = recorded(disk)
  await append(log, 'second', 'third')
  expect(calls).toEqual(['write', 'syncData'])
})

test('fifty appends at the same time share two flushes', async () => {
  const disk = new CrashDisk()
  const { log } = await opened(disk)
  await append(log, 'first')
  const calls = recorded(disk)
  await Promise.all(Array.from({ length: 50 }, (_, index) => append(log, `at once ${index}`)))
  expect(calls).toEqual(['write', 'syncData', 'write', 'syncData'])
  const again = await opened(disk.afterCrash({ kind: 'forget' }))
  expect(again.records).toHaveLength(51)
})

test('nothing is acknowledged before the flush has answered', async () => {
  const disk = new CrashDisk()
  const { log } = await opened(disk)
  await append(log, 'first')
  const order: string[] = []
  disk.plan = ({ name }) => {
    order.push(name)
    return null
  }
  await log.append([record(account, 'second')], () => order.push('acknowledged'))
  expect(order).toEqual(['write', 'syncData', 'acknowledged'])
})

test('after a failed flush the refused record is gone, and later ones are kept in a new file', async () => {
  const disk = new CrashDisk()
  const { log } = await opened(disk)
  expect(await append(log, 'kept')).toBe(true)
  disk.plan = ({ name }) => (name === 'syncData' ? { kind: 'fail', code: 'EIO' } : null)
  expect(await append(log, 'refused')).toBe(false)
  disk.plan = () => null
  expect(await append(log, 'later')).toBe(true)
  const again = await opened(disk.afterCrash({ kind: 'keep' }))
  expect(again.records.map(textOf)).toEqual(['kept', 'later'])
  expect(again.notices).toEqual([])
})

test.each(['syncData', 'write'] as const)('a record refused because %s failed is cut off at once, not only when the next one comes', async (failing) => {
  const disk = new CrashDisk()
  const { log } = await opened(disk)
  await append(log, 'kept')
  disk.plan = ({ name }) => (name === failing ? { kind: 'fail', code: 'ENOSPC' } : null)
  expect(await append(log, 'refused')).toBe(false)
  const again = await opened(disk.afterCrash({ kind: 'keep' }))
  expect(again.records.map(textOf)).toEqual(['kept'])
  expect(again.notices).toEqual([])
})

test('a refused record that could not even be cut off is not read back once another was acknowledged', async () => {
  const disk = new CrashDisk()
  const { log } = await opened(disk)
  await append(log, 'kept')
  disk.plan = ({ name }) => (name === 'syncData' || name === 'truncate' ? { kind: 'fail', code: 'EIO' } : null)
  expect(await append(log, 'refused')).toBe(false)
  disk.plan = () => null
  await append(log, 'later')
  const again = await opened(disk.afterCrash({ kind: 'keep' }))
  expect(again.records.map(textOf)).toEqual(['kept', 'later'])
  const last = await opened(disk.afterCrash({ kind: 'keep' }))
  expect(last.records.map(textOf)).toEqual(['kept', 'later'])
})

test('files go when everything in them is packed, and not before', async () => {
  const disk = new CrashDisk()
  const { log } = await opened(disk)
  await append(log, 'one', 'two')
  await log.rotate()
  await append(log, 'three')
  await log.dropThrough(1)
  expect((await opened(disk.afterCrash({ kind: 'keep' }))).records.map(textOf)).toEqual(['one', 'two', 'three'])
  await log.dropThrough(2)
  expect((await opened(disk.afterCrash({ kind: 'forget' }), 2)).records.map(textOf)).toEqual(['three'])
})

test('what is packed already is not given again when its file is still there', async () => {
  const disk = new CrashDisk()
  const { log } = await opened(disk)
  await append(log, 'one')
  await append(log, 'two')
  const again = await opened(disk.afterCrash({ kind: 'keep' }), 1)
  expect(again.records.map(({ sequence }) => sequence)).toEqual([2])
  await append(again.log, 'three')
  await again.log.close()
})

test('records that wait when the log is closed are written first', async () => {
  const disk = new CrashDisk()
  const { log } = await opened(disk)
  const appended = append(log, 'just in time')
  await log.close()
  expect(await appended).toBe(true)
  expect((await opened(disk.afterCrash({ kind: 'forget' }))).records.map(textOf)).toEqual(['just in time'])
})
