import { createStore } from 'zustand/vanilla'
import type { Settings } from '#shared/ipc/contract'
import type { World } from './World'

export interface SettingsState {
  readonly settings: Settings
  readonly problem: string | null
  readonly received: (settings: Settings) => void
  readonly change: (change: Partial<Settings>) => Promise<void>
}

/** The member's settings of this laptop. A change shows at once and is taken back where it could not be saved. */
export function createSettingsStore({ desktop }: Pick<World, 'desktop'>) {
  return createStore<SettingsState>()((set, get) => ({
    settings: { theme: 'system', memberName: '', singleKeys: true, density: 'auto' },
    problem: null,
    received: (settings) => set({ settings }),
    change: async (change) => {
      const before = get().settings
      set({ settings: { ...before, ...change }, problem: null })
      const saved = await desktop.invoke('settings.change', change)
      if (saved.ok) set({ settings: saved.value })
      else set({ settings: before, problem: saved.error.message })
    },
  }))
}
