import { createStore } from 'zustand/vanilla'
import type { SyncStatus } from '#shared/ipc/contract'
import type { World } from './World'

export interface SyncState {
  readonly status: SyncStatus
  /** A request of the member under way, so that its button is not pressed twice. */
  readonly isBusy: boolean
  /** Why the last request of the member did not work. */
  readonly problem: string | null
  readonly received: (status: SyncStatus) => void
  readonly load: () => Promise<void>
  readonly syncNow: () => Promise<void>
  readonly publish: (folderToken: string) => Promise<boolean>
  readonly leave: () => Promise<boolean>
}

const noTeamFolder: SyncStatus = { kind: 'noTeamFolder', waiting: 0, lastSyncedAt: null, colleagues: { have: 0, of: 0 }, teamIsAheadAt: null, problem: null }

/** The state of the exchange with the team folder, as main announces it. */
export function createSyncStore({ desktop }: Pick<World, 'desktop'>) {
  return createStore<SyncState>()((set, get) => {
    type SyncAnswer = { readonly ok: true; readonly value: SyncStatus } | { readonly ok: false; readonly error: { readonly message: string } }
    const request = async (ask: () => Promise<SyncAnswer>): Promise<boolean> => {
      set({ isBusy: true, problem: null })
      const status = await ask()
      set(status.ok ? { isBusy: false, status: status.value } : { isBusy: false, problem: status.error.message })
      return status.ok
    }
    return {
      status: noTeamFolder,
      isBusy: false,
      problem: null,
      received: (status) => set({ status }),
      load: async () => {
        const before = get().status
        const status = await desktop.invoke('sync.status', {})
        // What was announced while the answer was on its way is newer.
        if (status.ok && get().status === before) set({ status: status.value, problem: null })
      },
      syncNow: async () => {
        await request(() => desktop.invoke('sync.now', {}))
      },
      publish: (folder) => request(() => desktop.invoke('sync.publish', { folder })),
      leave: () => request(() => desktop.invoke('sync.leave', {})),
    }
  })
}
