import { spawnSync } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { seededIds } from '#shared/testing/seededIds'
import { buildCommandLine, builtCommandLine, CommandLine } from './testing/builtCommandLine'
import { flushedBeforeAnswer, type Answered } from './testing/flushedBeforeAnswer'

// Tracing makes a busy machine busier.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

const ids = seededIds(11)
const noTraceReason = spawnSync('strace', ['-V']).error ? 'strace is not on this machine: apt-get install strace' : null

let home: string
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'plumbline-trace-'))
})
afterEach(() => rm(home, { recursive: true, force: true }))

/** Applies some edits under strace; answers what the trace says of each acknowledged one. */
async function traceEdits(script: string): Promise<{ readonly applied: readonly string[]; readonly answered: readonly Answered[] }> {
  const cli = new CommandLine(script, home)
  const vault = join(home, 'vault')
  const trace = join(home, 'trace')
  await cli.run(['--vault', vault, 'init', '--name', 'Sales'])
  const created = await cli.run(['--vault', vault, 'accounts', 'create', 'Nordwind'])
  const accountId = String(created.lines[0]?.['accountId'])
  const applied = Array.from({ length: 12 }, () => ids.next())
  const input = applied.map((editId, number) => `${JSON.stringify({ editId, edits: [{ kind: 'set', at: 'profile', field: 'industry', value: `Industry ${number}` }] })}\n`).join('')
  const wrapper = ['strace', '-f', '-y', '-e', 'trace=openat,write,pwrite64,writev,pwritev,fsync,fdatasync', '-s', '2000', '-o', trace]
  const { code, lines } = await cli.run(['--vault', vault, 'apply', accountId], { input, wrapper })
  expect(code).toBe(0)
  expect(lines.map((line) => [line['editId'], line['ok']])).toEqual(applied.map((editId) => [editId, true]))
  return { applied, answered: flushedBeforeAnswer(await readFile(trace, 'utf8')) }
}

describe.skipIf(noTraceReason !== null)(`the record is written and flushed before each acknowledgement${noTraceReason ? ` (${noTraceReason})` : ''}`, () => {
  it('by the command line as it is built', async () => {
    const { applied, answered } = await traceEdits(await builtCommandLine())
    expect(answered).toEqual(applied.map((editId) => ({ editId, problem: null })))
  })

  it('but not by one whose disk does not flush, which the same check finds out', async () => {
    const unflushed = await buildCommandLine(join(home, 'broken'), [
      {
        name: 'disk-that-does-not-flush',
        transform(code, id) {
          if (!id.endsWith('/electron/platform/nodeDisk.ts')) return null
          const broken = code.replaceAll(/handle\.(sync|datasync)\(\)/g, 'Promise.resolve()')
          if (broken === code) throw new Error('The disk flushes in another way now; break that one')
          return { code: broken, map: null }
        },
      },
    ])
    const { applied, answered } = await traceEdits(unflushed)
    expect(answered).toEqual(applied.map((editId) => ({ editId, problem: 'notFlushed' })))
  })
})
