import { createStore } from 'zustand/vanilla'
import type { AccountFilePreview, MergedFile, SavedFile } from '#shared/ipc/contract'
import type { World } from './World'

export interface AccountFileState {
  /** The file that is being looked at; null for none. */
  readonly file: SavedFile | null
  /** Null until it was read, and where it cannot be. */
  readonly preview: AccountFilePreview | null
  readonly problem: string | null
  readonly isBusy: boolean
  /** Asks the member for a file. */
  readonly choose: () => Promise<void>
  /** The file with which the app was started, if it was. */
  readonly takeOpened: () => Promise<void>
  /** A file that was dropped on the window. */
  readonly drop: (dropped: object) => Promise<void>
  readonly look: (file: SavedFile) => Promise<void>
  /** Takes in what was looked at; null where that did not work, with `problem` set. */
  readonly take: () => Promise<MergedFile | null>
  readonly close: () => void
}

const nothing = { file: null, preview: null, problem: null, isBusy: false } as const

/** An account file on its way in: looked at first, taken in only when the member says so. */
export function createAccountFileStore({ desktop }: Pick<World, 'desktop'>) {
  return createStore<AccountFileState>()((set, get) => ({
    ...nothing,
    choose: async () => {
      const chosen = await desktop.invoke('file.choose', { purpose: 'accountFile' })
      if (chosen.ok && chosen.value) await get().look(chosen.value)
    },
    takeOpened: async () => {
      const opened = await desktop.invoke('file.takeOpened', {})
      if (opened.ok && opened.value) await get().look(opened.value)
    },
    drop: async (dropped) => {
      const file = await desktop.fileFor(dropped)
      if (file) await get().look(file)
    },
    look: async (file) => {
      set({ ...nothing, file, isBusy: true })
      const preview = await desktop.invoke('account.inspectFile', { file: file.token })
      // Another file, or none, was asked for meanwhile.
      if (get().file !== file) return
      set(preview.ok ? { isBusy: false, preview: preview.value } : { isBusy: false, problem: preview.error.message })
    },
    take: async () => {
      const { file, preview, isBusy } = get()
      if (!file || !preview || isBusy) return null
      set({ isBusy: true, problem: null })
      const merged = await desktop.invoke('account.mergeFile', { file: file.token, sha256: preview.sha256 })
      if (get().file === file) set(merged.ok ? nothing : { isBusy: false, problem: merged.error.message })
      return merged.ok ? merged.value : null
    },
    close: () => set(nothing),
  }))
}
