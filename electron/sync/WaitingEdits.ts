import { decodePack } from '../vault/Pack'
import type { HeldPack, Vault } from '../vault/Vault'

/** Counts the edits of this laptop that the remote does not have yet: one change record is one edit. */
export class WaitingEdits {
  /** Packs never change, so each is read once. */
  private readonly editsBySha = new Map<string, number>()
  private inPacks = 0
  private countedNewest = ''

  constructor(private readonly vault: Vault) {}

  /** As of the last `recount` for packs; edits that are in no pack yet are counted at once. */
  count(): number {
    return this.inPacks + this.vault.stats().unsealedRecords
  }

  /** True when packs have been made since the last `recount`. */
  isStale(): boolean {
    return this.newest() !== this.countedNewest
  }

  async recount(through: number, present: ReadonlySet<string>): Promise<void> {
    this.countedNewest = this.newest()
    const unsent = this.vault.ownPacks().filter((pack) => pack.seq > through && !present.has(pack.name))
    let edits = 0
    for (const pack of unsent) edits += await this.editsIn(pack)
    this.inPacks = edits
    const kept = new Set(unsent.map((pack) => pack.sha))
    for (const sha of this.editsBySha.keys()) if (!kept.has(sha)) this.editsBySha.delete(sha)
  }

  private newest(): string {
    return `${this.vault.deviceId}/${this.vault.ownPacks().at(-1)?.name ?? ''}`
  }

  private async editsIn(pack: HeldPack): Promise<number> {
    const known = this.editsBySha.get(pack.sha)
    if (known !== undefined) return known
    const bytes = await this.vault.readPack(pack.deviceId, pack.seq, pack.sha)
    const decoded = bytes.ok ? decodePack(bytes.value) : null
    if (!decoded?.ok) return 0
    const edits = decoded.value.records.filter((record) => record.kind === 'change').length
    this.editsBySha.set(pack.sha, edits)
    return edits
  }
}
