import { randomInt } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { describeReport, type FaultReport } from './FaultReport'

export const clone = fileURLToPath(new URL('../../..', import.meta.url))

/** Another one in every run, printed with the counts; PLUMBLINE_FAULT_SEED takes one again. */
export function ciSeed(): number {
  const asked = process.env['PLUMBLINE_FAULT_SEED']
  return asked === undefined ? randomInt(1_000_000) : Number(asked)
}

export function tellReport(report: FaultReport): void {
  process.stdout.write(`${describeReport(report)}\n`)
}
