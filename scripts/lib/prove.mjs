import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ExplainedError } from './ExplainedError.mjs'
import { ensureDebianPackages } from './debianPackages.mjs'
import { createLog, seconds } from './log.mjs'
import { ensureInstalled } from './nodeModules.mjs'

const USAGE = 'npm run prove [-- --minutes N] [--seed S] [--only files|model|power|folder|mirror|syncthing|clocks|disks]'
/** Longer than the tests take, short enough for a coffee. */
const MINUTES = 15

export async function prove(args) {
  const log = createLog()
  const { minutes, seed, only } = readOptions(args)
  await ensureInstalled({ log })
  await ensureDebianPackages(['syncthing', 'faketime'], 'for fault runs', { log })
  // Only here: it needs packages that were not installed when this file was read.
  const { bundleSource, importSource } = await import('../../bench/lib/bundle.mjs')
  const { allRuns, describeReport } = await importSource('e2e/faults/allRuns.ts')
  const wanted = allRuns.filter(({ name }) => only === undefined || name === only)
  if (wanted.length === 0) throw new ExplainedError(`There is no fault run called ${only}.`, USAGE)
  const scratch = mkdtempSync(join(tmpdir(), 'plumbline-prove-'))
  try {
    const worker = await bundleSource('e2e/faults/worker/laptopWorker.ts', scratch)
    const reports = []
    for (const { name, share, run } of wanted) {
      log.heading(name)
      const report = await attempt(run, { worker, seed, seconds: partOf(minutes, share, wanted) }, name)
      reports.push({ key: name, report })
      log.line(describeReport(report))
    }
    return sumUp(reports, log)
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

function readOptions(args) {
  try {
    const { values } = parseArgs({ args, options: { minutes: { type: 'string' }, seed: { type: 'string' }, only: { type: 'string' } } })
    const [minutes, seed] = [Number(values.minutes ?? MINUTES), Number(values.seed ?? randomInt(1_000_000))]
    if (!(minutes > 0) || !Number.isInteger(seed)) throw new Error('--minutes takes a number above 0, --seed a whole number.')
    return { minutes, seed, only: values.only }
  } catch (error) {
    throw new ExplainedError(error.message, USAGE)
  }
}

function partOf(minutes, share, wanted) {
  const all = wanted.reduce((sum, run) => sum + run.share, 0)
  return all === 0 ? 0 : (minutes * 60 * share) / all
}

/** A run that breaks off is a failed one, and the others still have something to say. */
async function attempt(run, options, name) {
  try {
    return await run(options)
  } catch (error) {
    const counts = { acknowledged: 0, found: 0, refused: 0, healed: 0, compacted: 0, kills: 0, powerCuts: 0 }
    return { name, seed: options.seed, seconds: 0, counts, failures: [error?.stack ?? String(error)], skipped: null }
  }
}

function sumUp(reports, log) {
  log.heading('Summary')
  const columns = ['acknowledged', 'found', 'lost', 'refused', 'healed', 'compacted', 'kills', 'powerCuts']
  const row = (cells) => cells.map((cell, at) => (at === 0 ? String(cell).padEnd(10) : String(cell).padStart(12))).join('')
  log.line(row(['', ...columns, 'seed', 'time', '']))
  for (const { key, report } of reports) {
    const { counts } = report
    const numbers = columns.map((name) => (name === 'lost' ? counts.acknowledged - counts.found : counts[name]))
    log.line(row([key, ...numbers, report.seed, seconds(report.seconds * 1_000), report.skipped ? 'skipped' : report.failures.length > 0 ? 'FAILED' : 'ok']))
  }
  for (const { key, report } of reports) {
    if (report.skipped) log.line(`${key} was not run: ${report.skipped}`)
    for (const failure of report.failures.slice(0, 20)) log.line(`${key}: ${failure}`)
  }
  const sum = (name) => reports.reduce((total, { report }) => total + report.counts[name], 0)
  const failed = reports.filter(({ report }) => report.failures.length > 0).length
  log.line('')
  log.line(`${sum('acknowledged')} acknowledged, ${sum('acknowledged') - sum('found')} lost; ${sum('kills')} kills and, apart from them, ${sum('powerCuts')} power cuts; ${failed} of ${reports.length} runs failed`)
  return failed > 0 ? 1 : 0
}
