import { usualCompaction, type BaseDocuments, type CompactionOrder, type CompactionRemote } from '../vault/compaction/CompactionPorts'
import type { Vault } from '../vault/Vault'
import type { Remote } from './Remote'

/** What is left is done after the next complete round. */
const stepsAtOnce = 3

export interface CompactionParts {
  readonly vault: Vault
  /** Null where nothing is compacted. */
  readonly documents: BaseDocuments | null
  readonly compaction?: Omit<CompactionOrder, 'isStopping'>
}

/**
 * Makes few packs of many, of this device's own stream: the only place in the app where a pack is deleted on a remote.
 * For the end of a complete round without a problem.
 */
export async function compactPacks({ vault, documents, compaction = usualCompaction }: CompactionParts, remote: Remote, isStopping: () => boolean): Promise<void> {
  if (!documents) return
  const { deviceId } = vault
  const ports = {
    documents,
    remote: {
      put: (pack, bytes) => remote.putPack(deviceId, pack, bytes),
      read: (pack) => remote.getPack(deviceId, pack),
      remove: (pack) => remote.deletePack(deviceId, pack),
    } satisfies CompactionRemote,
  }
  for (let step = 0; step < stepsAtOnce; step++) {
    const { kind } = await vault.compact(ports, { ...compaction, isStopping })
    if (kind !== 'based' && kind !== 'retired') return
  }
}
