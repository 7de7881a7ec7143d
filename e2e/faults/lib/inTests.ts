import { randomInt } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { bundleSource } from '../../../bench/lib/bundle.mjs'
import { describeReport, type FaultReport } from './FaultReport'

/** The worker as one file; removed when the tests of the file are through. */
export async function builtWorker(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'plumbline-worker-'))
  folders.push(folder)
  return bundleSource('e2e/faults/worker/laptopWorker.ts', folder)
}

const folders: string[] = []
afterAll(() => folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true, force: true })))

/** Another one in every run, printed with the counts; PLUMBLINE_FAULT_SEED takes one again. */
export function ciSeed(): number {
  const asked = process.env['PLUMBLINE_FAULT_SEED']
  return asked === undefined ? randomInt(1_000_000) : Number(asked)
}

export function tellReport(report: FaultReport): void {
  process.stdout.write(`${describeReport(report)}\n`)
}
