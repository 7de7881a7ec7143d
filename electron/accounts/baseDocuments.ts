import type { DocumentClient } from '../documents/DocumentClient'
import type { BaseDocuments, SavedBase } from '../vault/compaction/CompactionPorts'
import type { OpenDocuments } from './OpenDocuments'

export interface BaseWorld {
  readonly client: DocumentClient
  readonly documents: OpenDocuments
  readonly inTurn: <T>(accountId: string, job: () => Promise<T>) => Promise<T>
}

/** What compaction asks of the documents: each whole, from everything the vault has of it, and what a base holds. */
export function createBaseDocuments({ client, documents, inTurn }: BaseWorld): BaseDocuments {
  return {
    save: (accountId) =>
      inTurn(accountId, async (): Promise<SavedBase> => {
        const isInUse = documents.has(accountId)
        const refreshed = isInUse ? await documents.refresh(accountId) : await documents.reopen(accountId)
        const saved = refreshed.ok && refreshed.value.unreadable === 0 && refreshed.value.missing === 0 ? await documents.save(accountId) : null
        if (!isInUse) await documents.drop(accountId)
        if (saved?.ok) return { kind: 'saved', bytes: saved.value.document }
        return { kind: refreshed.ok && refreshed.value.unreadable === 0 && refreshed.value.missing > 0 ? 'waiting' : 'unreadable' }
      }),
    hashesInBase: async (base) => {
      const hashes = await client.inspectSaved(base)
      return hashes.ok ? hashes.value : null
    },
    hashesOfChanges: async (changes) => {
      const inspected = await client.inspectChanges(changes)
      return inspected.ok && inspected.value.unreadable === 0 ? inspected.value.hashes : null
    },
  }
}
