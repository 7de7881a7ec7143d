// The accounts that the measurement works on: made once and kept until the formats change.
import { createHash } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectRoot } from '../../scripts/lib/paths.mjs'
import { importSource } from '../lib/bundle.mjs'

const DEVICES = 30
/** What decides how the accounts look as bytes. */
const SOURCES = ['electron/documents/accountSchema.snapshot.txt', 'shared/domain/account/AccountRow.ts', 'electron/vault/PackHeader.ts', 'bench/sync/manyAccounts.ts']

/** Answers the folder and what is in it. */
export async function ensureTeam({ accounts, rounds, log }) {
  const hash = createHash('sha256')
  for (const path of SOURCES) hash.update(readFileSync(join(projectRoot, path)))
  const folder = join(projectRoot, '.plumbline', 'bench-sync', `${accounts}-${rounds}-${hash.digest('hex').slice(0, 12)}`)
  const description = `${folder}.json`
  if (!existsSync(description)) {
    const progress = log.progress(`Making ${accounts} accounts`)
    const begin = performance.now()
    const { makeManyAccounts } = await importSource('bench/sync/manyAccounts.ts')
    const made = await makeManyAccounts({ folder, accounts, devices: DEVICES, changed: Math.ceil(accounts / 100), rounds, seed: 1, onProgress: (done) => progress.update(`${done}`) })
    writeFileSync(description, JSON.stringify({ ...made, devices: DEVICES }))
    progress.end(`done in ${Math.round((performance.now() - begin) / 1000)} s, kept in ${folder}`)
  }
  return { folder, ...JSON.parse(readFileSync(description, 'utf8')) }
}
