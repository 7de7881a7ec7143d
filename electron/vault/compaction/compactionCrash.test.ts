import { describe, expect, test } from 'vitest'
import { CrashDisk } from '../../platform/testing/CrashDisk'
import type { Survival } from '../../platform/testing/crashNodes'
import { seededRandom } from '../testing/seededRandom'
import { eager, TeamFolder, textDocuments, textsInAccount } from '../testing/TeamFolder'
import { endLockHolder, newVault, record, reopened, testId, testWorld } from '../testing/vaultWorld'
import { Vault } from '../Vault'

const seed = Number(process.env['PLUMBLINE_SEED'] ?? 4711)
const account = testId()

/** A laptop with one generation of bases, and its team folder. */
async function basedLaptop(): Promise<{ readonly disk: CrashDisk; readonly folder: TeamFolder; readonly acknowledged: string[] }> {
  const disk = new CrashDisk()
  const folder = new TeamFolder()
  const acknowledged: string[] = []
  const vault = await newVault(testWorld(disk))
  await write(vault, acknowledged, ['a', 'b', 'c', 'd'])
  await exchangeAndCompact(vault, folder)
  await write(vault, acknowledged, ['e', 'f', 'g', 'h'])
  await folder.exchange(vault)
  await vault.close()
  return { disk, folder, acknowledged }
}

async function write(vault: Vault, acknowledged: string[], texts: readonly string[]): Promise<void> {
  for (const text of texts) {
    const appended = await vault.append([record(account, text)])
    if (appended.ok) acknowledged.push(text)
    await vault.seal()
  }
}

async function exchangeAndCompact(vault: Vault, folder: TeamFolder): Promise<string> {
  await folder.exchange(vault)
  const outcome = await vault.compact({ documents: textDocuments(vault), remote: folder.remoteFor(vault) }, eager)
  return outcome.kind === 'refused' ? JSON.stringify(outcome) : outcome.kind
}

/** The second generation is written, the first packs are retired and deleted, with an edit between. */
async function session(disk: CrashDisk, folder: TeamFolder, acknowledged: string[]): Promise<readonly string[]> {
  const vault = await reopened(testWorld(disk))
  const outcomes = [await exchangeAndCompact(vault, folder)]
  await write(vault, acknowledged, ['between'])
  outcomes.push(await exchangeAndCompact(vault, folder))
  await write(vault, acknowledged, ['last'])
  await vault.close()
  return outcomes
}

/** What is wrong once the power is back: in this vault, and for a laptop that has only the folder. */
async function faultsIn(disk: CrashDisk, folder: TeamFolder, acknowledged: readonly string[], inFolder: readonly string[]): Promise<readonly string[]> {
  const faults: string[] = []
  const vault = await reopened(testWorld(disk))
  const missing = (found: readonly string[], expected: readonly string[]): readonly string[] => expected.filter((text) => !found.includes(text))
  const found = await textsInAccount(vault, account)
  for (const text of missing(found, acknowledged)) faults.push(`lost: ${text}`)
  for (const notice of vault.notices()) if (notice.kind !== 'tornTailCut') faults.push(`notice: ${JSON.stringify(notice)}`)
  const fresh = await newVault(testWorld(new CrashDisk()))
  await folder.exchange(fresh)
  for (const text of missing(await textsInAccount(fresh, account), inFolder)) faults.push(`lost for a new laptop: ${text}`)
  // The fresh laptop knows the packs only now; it must not be waited for.
  const outcomes: string[] = []
  for (let round = 0; round < 6; round++) outcomes.push(await exchangeAndCompact(vault, folder))
  if (outcomes.some((outcome) => outcome.startsWith('{'))) faults.push(`refused: ${outcomes.join(', ')}`)
  await folder.exchange(fresh)
  if ((await textsInAccount(fresh, account)).join() !== (await textsInAccount(vault, account)).join()) faults.push('a new laptop has something else')
  const own = vault.streams()[0]
  if (own === undefined || own.retiredThrough < 4 || folder.seqsOf(vault.deviceId)[0] !== own.retiredThrough + 1) faults.push(`not compacted: ${JSON.stringify(own)}, ${folder.seqsOf(vault.deviceId).join()}`)
  await vault.close()
  await fresh.close()
  return faults
}

const survivals: readonly { readonly name: string; readonly of: (call: number) => Survival }[] = [
  { name: 'nothing that was not flushed survives', of: () => ({ kind: 'forget' }) },
  { name: 'everything survives', of: () => ({ kind: 'keep' }) },
  { name: `an arbitrary part survives (seed ${seed})`, of: (call) => ({ kind: 'torn', random: seededRandom(seed + call) }) },
]

async function crashing(plan: (disk: CrashDisk, folder: TeamFolder) => void, survival: Survival): Promise<readonly string[]> {
  const { disk, folder, acknowledged } = await basedLaptop()
  const inFolder = [...acknowledged]
  plan(disk, folder)
  await Promise.race([session(disk, folder, acknowledged), disk.crashed])
  disk.crash()
  folder.onUse = () => undefined
  const after = disk.afterCrash(survival)
  await endLockHolder(after)
  return faultsIn(after, folder, acknowledged, inFolder)
}

async function undisturbed(): Promise<{ readonly calls: number; readonly uses: number; readonly outcomes: readonly string[] }> {
  const { disk, folder, acknowledged } = await basedLaptop()
  const before = disk.callCount
  let uses = 0
  folder.onUse = () => void uses++
  const outcomes = await session(disk, folder, acknowledged)
  return { calls: disk.callCount - before, uses, outcomes }
}

test('the session that is disturbed does everything when it is not', async () => {
  const { calls, uses, outcomes } = await undisturbed()
  expect(outcomes).toEqual(['based', 'retired'])
  expect(calls).toBeGreaterThan(60)
  expect(uses).toBeGreaterThan(8)
})

describe.each(survivals)('the power goes at any call of a compaction and $name', ({ of }) => {
  test('nothing is lost, here or for a new laptop, and the next compaction goes on', async () => {
    const { calls } = await undisturbed()
    const faults: string[] = []
    for (let call = 1; call <= calls; call++) {
      const found = await crashing((disk) => {
        const before = disk.callCount
        disk.plan = ({ number }) => (number === before + call ? { kind: 'crash' } : null)
      }, of(call))
      faults.push(...found.map((fault) => `at call ${call}: ${fault}`))
    }
    expect(faults).toEqual([])
  })
})

test('the process ends between any two uses of the team folder', async () => {
  const { uses } = await undisturbed()
  const faults: string[] = []
  for (let use = 1; use <= uses; use++) {
    let used = 0
    const found = await crashing(
      (disk, folder) => {
        folder.onUse = () => {
          used++
          if (used === use) disk.crash()
        }
      },
      { kind: 'keep' },
    )
    faults.push(...found.map((fault) => `at use ${use}: ${fault}`))
  }
  expect(faults).toEqual([])
})

const writing: ReadonlySet<string> = new Set(['write', 'sync', 'rename', 'createFile', 'unlink', 'syncDirectory'])

test('with the disk full at any call nothing is lost, and when there is space again compaction goes on', async () => {
  const { calls } = await undisturbed()
  const faults: string[] = []
  for (let call = 1; call <= calls; call++) {
    const { disk, folder, acknowledged } = await basedLaptop()
    const inFolder = [...acknowledged]
    const before = disk.callCount
    disk.plan = ({ number, name, path }) => (number === before + call && writing.has(name) && !path.includes('vault.lock') ? { kind: 'fail', code: 'ENOSPC' } : null)
    const opened = await Vault.open(testWorld(disk), '/vault')
    if (!opened.ok) continue
    for (let round = 0; round < 2; round++) await exchangeAndCompact(opened.value, folder)
    await write(opened.value, acknowledged, ['after'])
    await opened.value.close()
    disk.plan = () => null
    const found = await faultsIn(disk, folder, acknowledged, inFolder)
    faults.push(...found.map((fault) => `at call ${call}: ${fault}`))
  }
  expect(faults).toEqual([])
})
