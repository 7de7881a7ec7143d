import { err, ok, type Result } from '#shared/base/Result'
import { textOf } from './vaultWorld'
import type { BaseDocuments, CompactionOrder, CompactionRemote } from '../compaction/CompactionPorts'
import type { PackName } from '../packName'
import type { HeldPack, Vault } from '../Vault'

/** A team folder in memory, and an exchange that does what a complete round of sync does. */
export class TeamFolder {
  readonly files = new Map<string, Uint8Array>()
  /** Called before every use; the power may go there. */
  onUse: () => void = () => undefined

  /** Carries packs in both directions, and gives back what the folder has lost. */
  async exchange(vault: Vault): Promise<void> {
    await vault.publishVector(0)
    await this.putAll(vault, vault.deviceId)
    for (const [path, bytes] of this.files) {
      const [deviceId = '', seq = '', sha = ''] = path.split('/')
      const stream = vault.streams().find((known) => known.deviceId === deviceId)
      const isHeld = vault.packs(deviceId).some((pack) => pack.sha === sha)
      if (!isHeld && Number(seq) > (stream?.retiredThrough ?? 0)) await vault.receive(bytes, { deviceId, seq: Number(seq), sha })
    }
    // Only now: what has come may say that packs which are gone are gone on purpose.
    for (const { deviceId } of vault.streams()) await this.putAll(vault, deviceId)
  }

  /** The folder as compaction of this vault uses it. */
  remoteFor(vault: Vault): CompactionRemote {
    const pathOf = (pack: PackName): string => `${vault.deviceId}/${pack.seq}/${pack.sha}`
    const use = <T>(work: () => Result<T, { kind: string }>): Promise<Result<T, { kind: string }>> => {
      this.onUse()
      return Promise.resolve(work())
    }
    return {
      put: (pack, bytes) => use(() => ok(void this.files.set(pathOf(pack), bytes))),
      read: (pack) =>
        use(() => {
          const bytes = this.files.get(pathOf(pack))
          return bytes === undefined ? err({ kind: 'damaged' }) : ok(bytes)
        }),
      remove: (pack) => use(() => ok(void this.files.delete(pathOf(pack)))),
    }
  }

  seqsOf(deviceId: string): readonly number[] {
    return [...this.files.keys()].filter((path) => path.startsWith(deviceId)).map((path) => Number(path.split('/')[1])).sort((a, b) => a - b)
  }

  pathOf(pack: HeldPack): string {
    return `${pack.deviceId}/${pack.seq}/${pack.sha}`
  }

  private async putAll(vault: Vault, deviceId: string): Promise<void> {
    for (const pack of vault.packs(deviceId)) if (!pack.isRetired) await this.put(vault, pack)
  }

  private async put(vault: Vault, pack: HeldPack): Promise<void> {
    if (this.files.has(this.pathOf(pack))) return
    const bytes = await vault.readPack(pack.deviceId, pack.seq, pack.sha)
    if (bytes.ok) this.files.set(this.pathOf(pack), bytes.value)
  }
}

/** Documents that are nothing but the list of their changes: a change is its own hash. */
export function textDocuments(vault: Vault): BaseDocuments {
  return {
    save: async (accountId) => ({ kind: 'saved', bytes: new TextEncoder().encode(JSON.stringify(await textsInAccount(vault, accountId))) }),
    hashesInBase: (base) => Promise.resolve(textsInBase(base)),
    hashesOfChanges: (changes) => Promise.resolve(changes.map((change) => new TextDecoder().decode(change))),
  }
}

/** What an account comes to: its changes and those that bases hold, each once and sorted. */
export async function textsInAccount(vault: Vault, accountId: string): Promise<readonly string[]> {
  const records = await vault.readAccount(accountId)
  if (!records.ok) throw new Error(`Not read: ${records.error.kind}`)
  const texts = records.value.flatMap((record) => (record.kind === 'change' ? [textOf(record)] : record.kind === 'base' ? (textsInBase(record.bytes) ?? []) : []))
  return [...new Set(texts)].sort()
}

function textsInBase(base: Uint8Array): readonly string[] | null {
  try {
    return JSON.parse(new TextDecoder().decode(base)) as readonly string[]
  } catch {
    return null
  }
}

/** Compaction at every opportunity, as a fault run wants it. */
export const eager: CompactionOrder = { threshold: 3, keepMs: 0, activeMs: Number.MAX_SAFE_INTEGER, restMs: 0, isStopping: () => false }

