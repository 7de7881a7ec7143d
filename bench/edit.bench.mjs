// An acknowledged edit in the real app, taken apart: the whole, an empty command (IPC), the Automerge
// change, and beside it a bare append + flush of as many bytes in the same folder. Alternating, one run.
import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from '@playwright/test'
import { createLog } from '../scripts/lib/log.mjs'
import { projectRoot } from '../scripts/lib/paths.mjs'
import { withApp } from '../scripts/lib/withApp.mjs'
import { importSource } from './lib/bundle.mjs'
import { machine, median, milliseconds, print, quantile, table } from './lib/measure.mjs'

const ROUNDS = 300
/** The first rounds warm up compilers and caches. */
const WARM_UP = 30
/** A record of one cell: the change, its length, kind, account, number and hash. */
const RECORD_BYTES = 320

const folder = mkdtempSync(join(tmpdir(), 'plumbline-bench-edit-'))
try {
  await withApp(
    createLog(),
    async (electron) => {
      const app = await _electron.launch({
        executablePath: electron.executablePath,
        args: [...electron.args, projectRoot],
        env: { ...process.env, PLUMBLINE_USER_DATA: join(folder, 'user-data'), PLUMBLINE_DOCUMENTS: join(folder, 'documents'), PLUMBLINE_OPEN_SAMPLE: '1' },
      })
      try {
        await report(await app.firstWindow())
      } finally {
        await app.close()
      }
    },
    { unseen: true },
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}

async function report(page) {
  const target = await page.evaluate(openLargestComparison)
  const bare = openSync(join(folder, 'bare.log'), 'a')
  const automerge = await automergeEdit()
  const times = { edit: [], empty: [], change: [], append: [] }
  for (let round = 0; round < ROUNDS; round++) {
    const { edit, empty } = await page.evaluate(oneRound, { ...target, round })
    const change = automerge(round)
    const append = bareAppend(bare)
    if (round < WARM_UP) continue
    times.edit.push(edit)
    times.empty.push(empty)
    times.change.push(change)
    times.append.push(append)
  }
  closeSync(bare)
  const base = median(times.append)
  const row = (name, values) => [name, milliseconds(median(values)), milliseconds(quantile(values, 0.95)), `${(median(values) / base).toFixed(1)} ×`]
  print(machine())
  print(`${ROUNDS - WARM_UP} edits of one cell, the parts alternating`)
  print()
  print(
    table(
      ['', 'median', '95 %', 'against bare'],
      [
        row('edit acknowledged in the window', times.edit),
        row('  of it: an empty command there and back', times.empty),
        row('  of it: the Automerge change (measured in Node)', times.change),
        row('bare append + flush of a record (Node)', times.append),
      ],
    ),
  )
}

function bareAppend(file) {
  const record = Buffer.alloc(RECORD_BYTES, 7)
  const begin = performance.now()
  writeSync(file, record)
  fdatasyncSync(file)
  return performance.now() - begin
}

/** The documents' part of the same edit on the same sample account. */
async function automergeEdit() {
  const { DocumentCache } = await importSource('electron/documents/DocumentCache.ts')
  const { sampleAccounts } = await importSource('shared/domain/sample/sampleAccounts.ts')
  const ids = idSource()
  const [sample] = sampleAccounts(ids, new Date().toISOString().slice(0, 10))
  const accountId = ids.next()
  const cache = new DocumentCache()
  const author = { memberId: ids.next(), name: 'Bench' }
  cache.open(accountId, [])
  const batches = Array.from({ length: Math.ceil(sample.edits.length / 500) }, (_, at) => sample.edits.slice(at * 500, at * 500 + 500))
  for (const edits of batches) await edit(edits)
  const snapshot = cache.snapshot(accountId).value
  const { at, key } = firstCell(snapshot)
  return (round) => {
    const begin = performance.now()
    edit([{ kind: 'set', at, field: 'cellValue', key, value: 300 + round }])
    return performance.now() - begin
  }

  function edit(edits) {
    const editId = ids.next()
    const prepared = cache.prepare(accountId, { editId, edits, author, now: new Date().toISOString() })
    if (!prepared.ok) throw new Error(JSON.stringify(prepared.error))
    cache.confirm(accountId, editId)
  }
}

function idSource() {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
  return { next: () => Array.from({ length: 26 }, () => alphabet[Math.floor(Math.random() * 32)]).join('') }
}

function firstCell(account) {
  const comparison = Object.values(account.comparisons).sort((a, b) => Object.keys(b.cellValue).length - Object.keys(a.cellValue).length)[0]
  const key = Object.keys(comparison.cellValue).find((cell) => typeof comparison.cellValue[cell] === 'number')
  return { at: `comparisons/${comparison.id}`, key }
}

/** In the page: the sample account with the largest comparison, and a numeric cell of it. */
async function openLargestComparison() {
  const started = performance.now()
  for (;;) {
    const rows = await window.desktop.invoke('account.list', {})
    let best = null
    for (const { accountId } of rows.ok ? rows.value.rows : []) {
      const opened = await window.desktop.invoke('account.open', { accountId })
      for (const comparison of opened.ok ? Object.values(opened.value.snapshot.comparisons) : []) {
        const cells = Object.keys(comparison.cellValue)
        const key = cells.find((cell) => typeof comparison.cellValue[cell] === 'number')
        if (key && (!best || cells.length > best.cells)) best = { accountId, at: `comparisons/${comparison.id}`, key, cells: cells.length }
      }
    }
    if (best) return best
    if (performance.now() - started > 60_000) throw new Error('The sample has no comparison.')
  }
}

/** In the page: one edit and one empty command, each timed until its answer is here. */
async function oneRound({ accountId, at, key, round }) {
  const alphabet = 'abcdefghijklmnopqrstuvwxyz234567'
  const editId = Array.from({ length: 26 }, () => alphabet[Math.floor(Math.random() * 32)]).join('')
  const beginEmpty = performance.now()
  await window.desktop.invoke('sync.status', {})
  const empty = performance.now() - beginEmpty
  const beginEdit = performance.now()
  const answer = await window.desktop.invoke('account.edit', { accountId, editId, edits: [{ kind: 'set', at, field: 'cellValue', key, value: 300 + round }] })
  if (!answer.ok) throw new Error(JSON.stringify(answer.error))
  return { edit: performance.now() - beginEdit, empty }
}
