import { fuzzBytes } from '../../electron/vault/testing/fuzzBytes'
import { noCounts, type FaultOptions, type FaultReport } from './lib/FaultReport'

const files = 100_000
/** Damaged files are small; a reader that grows by more than this keeps what it should have let go. */
const mostGrowthBytes = 600 * 1024 * 1024

/** Damaged and crafted packs, logs, vectors and account files by the hundred thousand: each refused with a reason, none believed. */
export async function damagedFiles({ seed }: Pick<FaultOptions, 'seed'>): Promise<FaultReport> {
  const begun = Date.now()
  const { faults, reasons, slowestMs, memoryGrowthBytes } = await fuzzBytes({ count: files, seed })
  const failures = [...faults]
  if (memoryGrowthBytes > mostGrowthBytes) failures.push(`grew by ${Math.round(memoryGrowthBytes / 1e6)} MB`)
  const refused = Object.values(reasons).reduce((sum, count) => sum + count, 0) - faults.length
  const name = `${files} damaged files (slowest ${Math.round(slowestMs)} ms, ${Math.round(memoryGrowthBytes / 1e6)} MB more memory)`
  return { name, seed, seconds: (Date.now() - begun) / 1_000, counts: { ...noCounts, refused }, failures, skipped: null }
}
