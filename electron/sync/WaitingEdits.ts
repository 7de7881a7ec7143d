import { decodePack, recordsOfPack } from '../vault/Pack'
import type { HeldPack, Vault } from '../vault/Vault'

/** Counts the edits of this laptop that the remote does not have yet, each as one, whatever else was stored with it. */
export class WaitingEdits {
  /** Packs never change, so each is read once. */
  private readonly editsBySha = new Map<string, number>()
  private inPacks = 0
  private countedNewest = ''

  constructor(
    private readonly vault: Vault,
    private readonly countsAsEdit: (change: Uint8Array) => boolean,
  ) {}

  /** As of the last `recount` for packs; edits that are in no pack yet are counted at once. */
  count(): number {
    return this.inPacks + this.countUnsealed()
  }

  countUnsealed(): number {
    return this.vault.countUnsealed(({ kind, bytes }) => kind === 'change' && this.countsAsEdit(bytes))
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
    if (!bytes.ok) return 0
    const decoded = decodePack(bytes.value)
    if (!decoded.ok) return 0
    const records = recordsOfPack(bytes.value, decoded.value)
    const edits = records.filter((record) => record.kind === 'change' && this.countsAsEdit(record.bytes)).length
    this.editsBySha.set(pack.sha, edits)
    return edits
  }
}
