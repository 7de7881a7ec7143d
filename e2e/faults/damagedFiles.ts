import { fuzzAccountFiles } from '../../electron/accounts/testing/fuzzAccountFiles'
import { fuzzBytes } from '../../electron/vault/testing/fuzzBytes'
import { noCounts, type FaultOptions, type FaultReport } from './lib/FaultReport'

const smallFiles = 90_000
/** Whole account files with documents in them, damaged or forged. */
const accountFiles = 10_000
/** Damaged files are small; a reader that grows by more than this keeps what it should have let go. */
const mostGrowthBytes = 600 * 1024 * 1024

/** Damaged and crafted packs, logs, vectors and account files by the hundred thousand: each refused with a reason, none believed. */
export async function damagedFiles({ seed }: Pick<FaultOptions, 'seed'>): Promise<FaultReport> {
  const begun = Date.now()
  const small = await fuzzBytes({ count: smallFiles, seed })
  const large = await fuzzAccountFiles({ count: accountFiles, seed })
  const failures = [...small.faults, ...large.crashes]
  const growth = Math.max(small.memoryGrowthBytes, large.memoryGrowthBytes)
  if (growth > mostGrowthBytes) failures.push(`grew by ${Math.round(growth / 1e6)} MB`)
  const refused = sumOf(small.reasons) - small.faults.length + sumOf(large.refused)
  const name = `${smallFiles + large.files} damaged and forged files (slowest ${Math.round(Math.max(small.slowestMs, large.slowestMs))} ms, ${Math.round(growth / 1e6)} MB more memory, ${large.accepted} still documents)`
  return { name, seed, seconds: (Date.now() - begun) / 1_000, counts: { ...noCounts, refused }, failures, skipped: null }
}

function sumOf(counts: { readonly [reason: string]: number }): number {
  return Object.values(counts).reduce((sum, count) => sum + count, 0)
}
