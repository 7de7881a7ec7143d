import { expect, test } from 'vitest'
import { FixedClock } from '#shared/testing/FixedClock'
import { FileLog } from './FileLog'
import { createLog, logToken } from './Log'
import { CrashDisk } from './testing/CrashDisk'

const clock = new FixedClock()

async function linesOf(disk: CrashDisk, name: string): Promise<readonly string[]> {
  const bytes = await disk.readFile(`/logs/${name}`)
  return bytes.ok ? new TextDecoder().decode(bytes.value).trimEnd().split('\n') : []
}

test('an entry is one line with event, ids, numbers and words of the program', () => {
  const lines: string[] = []
  const log = createLog(clock, (line) => lines.push(line))
  log.warn('vault.notSealed', { code: logToken('ENOSPC'), deviceId: logToken('abcdefghijklmnopqrstuvwxy2'), records: 3, isOwn: true, reason: 'full' })
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    at: '2026-11-21T09:00:00.000Z',
    level: 'warn',
    event: 'vault.notSealed',
    code: 'ENOSPC',
    deviceId: 'abcdefghijklmnopqrstuvwxy2',
    records: 3,
    isOwn: true,
    reason: 'full',
  })
  expect(lines[0]?.endsWith('}\n')).toBe(true)
})

test.each(['Acme', 'Acme wants out by March', 'Bäckerei', '/home/kim/Acme', 'kim@example.com', 'a\nb', '', '"quoted"', 'x'.repeat(65)])('text out of an account does not get in: %j', (text) => {
  const lines: string[] = []
  const log = createLog(clock, (line) => lines.push(line))
  log.info('account.opened', { token: logToken(text) })
  // What the types forbid may still come through a cast.
  log.info('account.opened', { note: text as 'note' })
  log.info(text, { records: 1 })
  for (const line of lines) expect(line).not.toContain(JSON.stringify(text).slice(1, -1) || 'impossible')
  const last = (line: string): unknown => Object.values(JSON.parse(line) as Record<string, unknown>).at(-1)
  expect(lines.map(last)).toEqual(['refused', 'refused', 1])
})

test('a plain string is not accepted as a field by the compiler', () => {
  const log = createLog(clock, () => undefined)
  const name: string = 'Acme'
  // @ts-expect-error: only checked tokens and words spelled out in the code are
  log.info('account.opened', { name })
  log.info('account.opened', { name: logToken(name) })
})

test('lines come to the disk in order, across restarts', async () => {
  const disk = new CrashDisk()
  const first = new FileLog(disk, '/logs', clock)
  for (let number = 1; number <= 5; number++) first.log.info('counted', { number })
  await first.close()
  const second = new FileLog(disk, '/logs', clock)
  second.log.info('counted', { number: 6 })
  await second.close()
  expect((await linesOf(disk, 'plumbline.log')).map((line) => (JSON.parse(line) as { number: number }).number)).toEqual([1, 2, 3, 4, 5, 6])
})

test('the log takes three files of 1 MB and forgets the oldest', async () => {
  const disk = new CrashDisk()
  const file = new FileLog(disk, '/logs', clock)
  for (let round = 0; round < 80; round++) {
    for (let number = 0; number < 500; number++) file.log.info('counted', { round, number })
    await file.close()
  }
  const listed = await disk.readDirectory('/logs')
  expect(listed.ok && listed.value.map((entry) => entry.name).sort()).toEqual(['plumbline.1.log', 'plumbline.2.log', 'plumbline.log'])
  for (const name of ['plumbline.log', 'plumbline.1.log', 'plumbline.2.log']) {
    const size = await disk.stat(`/logs/${name}`)
    expect(size.ok && size.value.size).toBeLessThanOrEqual(1024 * 1024)
  }
  expect((await linesOf(disk, 'plumbline.log')).at(-1)).toContain('"round":79,"number":499')
})

test('a log that cannot be written stops nobody and tells later how much is missing', async () => {
  const disk = new CrashDisk()
  const file = new FileLog(disk, '/logs', clock)
  disk.plan = () => ({ kind: 'fail', code: 'ENOSPC' })
  file.log.info('lost', {})
  await file.close()
  disk.plan = () => null
  file.log.info('kept', {})
  await file.close()
  const lines = await linesOf(disk, 'plumbline.log')
  expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(['kept', 'log.dropped'])
})
