import { randomUUID } from 'node:crypto'
import { appOrigin } from './appAddress'

/** Pages that exist only while they are shown: nothing of them reaches the disk, and nobody can guess their address. */
export class MemoryPages {
  readonly #htmlByAddress = new Map<string, string>()

  add(html: string): string {
    const address = `${appOrigin}/page-${randomUUID()}.html`
    this.#htmlByAddress.set(address, html)
    return address
  }

  get(address: string): string | null {
    return this.#htmlByAddress.get(address) ?? null
  }

  remove(address: string): void {
    this.#htmlByAddress.delete(address)
  }
}
