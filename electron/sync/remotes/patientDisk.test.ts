import { expect, test } from 'vitest'
import { ok, type Result } from '#shared/base/Result'
import type { DiskProblem, FileStat } from '../../platform/Disk'
import { CrashDisk } from '../../platform/testing/CrashDisk'
import { patientDisk } from './patientDisk'

test('a call that does not come back counts as too slow, and no other is begun until it has', async () => {
  const disk = new CrashDisk()
  await disk.makeDirectory('/team')
  let comeBack: (answer: Result<FileStat, DiskProblem>) => void = () => undefined
  const asked: string[] = []
  disk.stat = (path) => {
    asked.push(path)
    return path === '/hangs' ? new Promise((resolve) => (comeBack = resolve)) : Promise.resolve(ok({ kind: 'directory', size: 0 }))
  }
  const patient = patientDisk(disk, 1)
  const tooSlow = { ok: false, error: { kind: 'other', code: 'ETIMEDOUT' } }
  expect(await patient.stat('/hangs')).toEqual(tooSlow)
  expect(await patient.stat('/team')).toEqual(tooSlow)
  expect(await patient.createFile('/team/file')).toEqual(tooSlow)
  expect(asked).toEqual(['/hangs'])
  comeBack(ok({ kind: 'file', size: 1 }))
  await new Promise((resolve) => setImmediate(resolve))
  expect((await patient.stat('/team')).ok).toBe(true)
})

test('what answers in time is passed on, files too', async () => {
  const disk = new CrashDisk()
  const patient = patientDisk(disk)
  await patient.makeDirectory('/team')
  const file = await patient.createFile('/team/file')
  if (!file.ok) throw new Error('Not made')
  await file.value.write(new Uint8Array([1, 2, 3]), 0)
  expect((await file.value.sync()).ok).toBe(true)
  expect(await patient.readFile('/team/file')).toEqual(ok(new Uint8Array([1, 2, 3])))
  expect(await patient.stat('/elsewhere')).toEqual({ ok: false, error: { kind: 'missing' } })
})
