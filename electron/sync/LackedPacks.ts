import type { HeldPack, Vault } from '../vault/Vault'

/** The packs that a colleague misses and that are held here, each once: what is missed may only be slow to arrive there. */
export class LackedPacks {
  private readonly lookedAt = new Set<string>()

  constructor(private readonly vault: Vault) {}

  /** Those that nobody has looked at yet. */
  next(): readonly HeldPack[] {
    const lacked = this.vault.lackedByOthers().filter((pack) => !pack.isRetired && !this.lookedAt.has(pack.name))
    for (const pack of lacked) this.lookedAt.add(pack.name)
    return lacked
  }

  /** Everything may be looked at again. */
  forget(): void {
    this.lookedAt.clear()
  }
}
