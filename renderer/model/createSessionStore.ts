import { createStore } from 'zustand/vanilla'
import type { CommandAnswer, StartInfo, WorkspaceInfo } from '#shared/ipc/contract'
import type { World } from './World'

export interface Bug {
  /** Folded away on the screen: for whoever is asked for help. */
  readonly details: string
}

export interface WorkspaceChoice {
  readonly workspaceId: string
  readonly name: string
  readonly isOpen: boolean
}

export interface TeamChoice {
  readonly spaceId: string
  readonly name: string
}

export interface SessionState {
  /** Null until main has answered. */
  readonly start: Pick<StartInfo, 'platform' | 'version'> | null
  readonly workspace: WorkspaceInfo | null
  readonly today: string
  /** Why no workspace is open, or why the last wish could not be met. */
  readonly problem: string | null
  readonly isBusy: boolean
  readonly bug: Bug | null
  /** The workspaces of this laptop; empty until asked for. */
  readonly workspaces: readonly WorkspaceChoice[]
  readonly started: (info: StartInfo) => void
  readonly workspaceChanged: (workspace: WorkspaceInfo | null) => void
  readonly dayChanged: (today: string) => void
  readonly loadWorkspaces: () => Promise<void>
  readonly bugMet: (where: string, error: unknown) => void
  readonly openSample: () => Promise<void>
  readonly create: (name: string, memberName: string) => Promise<void>
  /** Answers the teams in the folder where there are several and none was named; nothing has been joined then. */
  readonly join: (folderToken: string, memberName: string, spaceId?: string) => Promise<readonly TeamChoice[] | null>
  readonly open: (workspaceId: string) => Promise<void>
}

/** Which workspace is open, and what day it is. */
export function createSessionStore({ desktop }: Pick<World, 'desktop'>) {
  return createStore<SessionState>()((set) => {
    type Opening = CommandAnswer<'workspace.openSample' | 'workspace.create' | 'workspace.open'>
    const openBy = async (ask: () => Promise<Opening>): Promise<void> => {
      set({ isBusy: true, problem: null })
      const workspace = await ask()
      set(workspace.ok ? { isBusy: false, workspace: workspace.value } : { isBusy: false, problem: workspace.error.message })
    }
    return {
      start: null,
      workspace: null,
      today: '',
      problem: null,
      isBusy: false,
      bug: null,
      workspaces: [],
      started: ({ workspace, problem, today, platform, version }) =>
        set({ start: { platform, version }, workspace, today, problem: problem?.message ?? null }),
      workspaceChanged: (workspace) => set({ workspace }),
      dayChanged: (today) => set({ today }),
      loadWorkspaces: async () => {
        const workspaces = await desktop.invoke('workspace.list', {})
        if (workspaces.ok) set({ workspaces: workspaces.value })
      },
      bugMet: (where, error) => {
        const name = error instanceof Error ? error.name : 'Error'
        set({ bug: { details: error instanceof Error ? `${where}\n${error.stack ?? error.message}` : `${where}\n${String(error)}` } })
        // Only place and kind leave the window: an error's text may hold words of an account.
        void desktop.invoke('log.bug', { where: asLogWord(where), name: asLogWord(name) }).catch(() => undefined)
      },
      openSample: () => openBy(() => desktop.invoke('workspace.openSample', {})),
      create: (name, memberName) => openBy(() => desktop.invoke('workspace.create', { name, memberName })),
      join: async (folder, memberName, spaceId) => {
        set({ isBusy: true, problem: null })
        const joined = await desktop.invoke('workspace.join', { folder, memberName, ...(spaceId === undefined ? {} : { spaceId }) })
        if (joined.ok) set({ isBusy: false, workspace: joined.value })
        else if (joined.error.kind === 'severalTeams') {
          set({ isBusy: false })
          return joined.error.teams
        } else set({ isBusy: false, problem: joined.error.message })
        return null
      },
      open: (workspaceId) => openBy(() => desktop.invoke('workspace.open', { workspaceId })),
    }
  })
}

function asLogWord(text: string): string {
  return text.replace(/[^A-Za-z0-9_.-]/g, '-').slice(0, 80) || 'unknown'
}
