import { belongTogether, groupHistory } from '#shared/domain/history/groupHistory'
import type { HistoryEntry, HistoryPage } from '#shared/domain/history/HistoryEntry'
import { orderChanges } from '#shared/domain/history/orderChanges'
import { changeFacts } from './changeFacts'
import { readChangeMessage } from './changeMessage'
import type { ChangeReader } from './ChangeReader'
import { authorOf, momentOf, type ChangeMeta } from './Written'

/** The history of one document as it is now. Reads only the changes that a page shows. */
export class DocumentHistory {
  /** Newest first. */
  readonly #changes: readonly ChangeMeta[]
  readonly #byHash: ReadonlyMap<string, ChangeMeta>

  constructor(private readonly reader: ChangeReader) {
    const metas = reader.metas()
    this.#byHash = new Map(metas.map((meta) => [meta.hash, meta]))
    // Without author and time are the containers every account begins with.
    this.#changes = orderChanges(metas)
      .filter((meta) => meta.author !== null || meta.time > 0)
      .reverse()
  }

  /** So many rows at most, the newest first, or those behind the change `before`. */
  page(before: string | null, limit: number): HistoryPage {
    const start = before === null ? 0 : this.#changes.findIndex(({ hash }) => hash === before) + 1
    const entries: HistoryEntry[] = []
    let [rows, operations] = [0, 0]
    for (const meta of this.#changes.slice(start)) {
      operations += meta.maxOp - meta.startOp + 1
      // Whole books were written into some changes: then a page has fewer rows, and never none.
      if (operations > mostOperations && entries.length > 0) break
      const entry = this.#entry(meta)
      const newer = entries.at(-1)
      if (!newer || !belongTogether(newer, entry)) rows += 1
      if (rows > limit) break
      entries.push(entry)
    }
    const isMore = start + entries.length < this.#changes.length
    return { groups: groupHistory(entries), next: isMore ? (entries.at(-1)?.hash ?? null) : null }
  }

  #entry(meta: ChangeMeta): HistoryEntry {
    const message = readChangeMessage(meta.message)
    const { hash, author } = meta
    return { hash, author, at: momentOf(meta.time), by: authorOf(meta), act: message?.act ?? null, facts: changeFacts(this.reader, meta), joins: this.#joins(meta) }
  }

  #joins({ deps }: ChangeMeta): readonly string[] {
    if (deps.length < 2) return []
    const names = new Set(deps.map((hash) => authorOf(this.#byHash.get(hash))).filter((name) => name !== null))
    return names.size > 1 ? [...names].sort() : []
  }
}

/** So many are read in about half a second; an edit of somebody waits behind them. */
const mostOperations = 30_000
