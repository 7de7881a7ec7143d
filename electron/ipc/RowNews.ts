import type { AccountRow } from '#shared/domain/account/AccountRow'
import type { EventPayloads } from '#shared/ipc/contract'

type News = EventPayloads['account.rows']

/** So many rows weigh about a quarter of what may cross between the processes at once. */
const rowsAtOnce = 400

/** Gathers what became of rows until it is told: each account once, as it is by then. */
export class RowNews {
  readonly #rows = new Map<string, AccountRow | null>()

  constructor(private readonly publish: (news: News) => void) {}

  add({ rows, removed }: { readonly rows: readonly AccountRow[]; readonly removed: readonly string[] }): void {
    for (const row of rows) this.#rows.set(row.accountId, row)
    for (const accountId of removed) this.#rows.set(accountId, null)
  }

  tell(): void {
    const news = [...this.#rows]
    this.#rows.clear()
    for (let start = 0; start < news.length; start += rowsAtOnce) {
      const part = news.slice(start, start + rowsAtOnce)
      this.publish({ changed: part.flatMap(([, row]) => row ?? []), removed: part.flatMap(([accountId, row]) => (row === null ? accountId : [])) })
    }
  }
}
