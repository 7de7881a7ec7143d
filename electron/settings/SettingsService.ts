import { join } from 'node:path'
import { z } from 'zod'
import { ok } from '#shared/base/Result'
import type { CommandInput, Settings } from '#shared/ipc/contract'
import type { Disk, DiskResult } from '../platform/Disk'
import type { JsonStore } from '../platform/JsonStore'
import type { Log } from '../platform/Log'
import { openSmallStore } from './openSmallStore'

const StoredSettings = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  memberName: z.string().max(80),
  // Not there in files of earlier versions.
  singleKeys: z.boolean().default(true),
  density: z.enum(['auto', 'guided', 'table']).default('auto'),
})

const firstSettings: Settings = { theme: 'system', memberName: '', singleKeys: true, density: 'auto' }

/** Owns what the member has set for this device. Knows nothing about workspaces or windows. */
export class SettingsService {
  readonly #store: JsonStore<Settings>
  readonly #listeners = new Set<(settings: Settings) => void>()

  private constructor(store: JsonStore<Settings>) {
    this.#store = store
  }

  static async open(world: { readonly disk: Disk; readonly log: Log }, userData: string): Promise<SettingsService> {
    const parse = (plain: unknown): Settings | null => StoredSettings.safeParse(plain).data ?? null
    return new SettingsService(await openSmallStore(world, join(userData, 'settings.json'), parse, firstSettings))
  }

  current(): Settings {
    return this.#store.get()
  }

  /** Takes effect only once it is on the disk: a setting that is gone tomorrow was never saved. */
  async change({ theme, memberName, singleKeys, density }: CommandInput<'settings.change'>): DiskResult<Settings> {
    const before = this.current()
    const settings: Settings = {
      theme: theme ?? before.theme,
      memberName: memberName ?? before.memberName,
      singleKeys: singleKeys ?? before.singleKeys,
      density: density ?? before.density,
    }
    if (isSame(settings, before)) return ok(before)
    this.#store.update(() => settings)
    const written = await this.#store.flush()
    if (!written.ok) {
      this.#store.update(() => before)
      return written
    }
    for (const listener of this.#listeners) listener(settings)
    return ok(settings)
  }

  onChange(listener: (settings: Settings) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }
}

function isSame(one: Settings, other: Settings): boolean {
  return one.theme === other.theme && one.memberName === other.memberName && one.singleKeys === other.singleKeys && one.density === other.density
}
