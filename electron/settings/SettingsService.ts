import type { Settings } from '#shared/ipc/contract'
import { ok } from '#shared/base/Result'
import type { DiskResult } from '../platform/Disk'

/** Where one small piece of this device's data is kept. */
export interface SettingsStore {
  read(): Settings
  write(settings: Settings): DiskResult<void>
}

export type SettingsChange = { readonly [Name in keyof Settings]?: Settings[Name] | undefined }

/** Owns what the member has set for this device. Knows nothing about workspaces or windows. */
export class SettingsService {
  readonly #store: SettingsStore
  readonly #listeners = new Set<(settings: Settings) => void>()

  constructor(store: SettingsStore) {
    this.#store = store
  }

  current(): Settings {
    return this.#store.read()
  }

  /** Takes effect only once it is on the disk: a setting that is back tomorrow was never saved. */
  async change({ theme, memberName }: SettingsChange): DiskResult<Settings> {
    const before = this.current()
    const settings: Settings = { theme: theme ?? before.theme, memberName: memberName ?? before.memberName }
    if (settings.theme === before.theme && settings.memberName === before.memberName) return ok(before)
    const written = await this.#store.write(settings)
    if (!written.ok) return written
    for (const listener of this.#listeners) listener(settings)
    return ok(settings)
  }

  onChange(listener: (settings: Settings) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
}
