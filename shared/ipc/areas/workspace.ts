import { z } from 'zod'
import { EntityId, MemberName, Token, type Answer, type Failure, type OpenFailure } from './common'

export const workspaceInputs = {
  'workspace.openSample': z.strictObject({}),
  'workspace.create': z.strictObject({ name: z.string().trim().min(1).max(80), memberName: MemberName }),
  /** Opens (and if needed makes) the workspace of the team whose folder was chosen; `spaceId` says which where there are several. */
  'workspace.join': z.strictObject({ folder: Token, memberName: MemberName, spaceId: EntityId.optional() }),
  'workspace.list': z.strictObject({}),
  'workspace.open': z.strictObject({ workspaceId: EntityId }),
} as const

export interface WorkspaceInfo {
  readonly workspaceId: string
  readonly name: string
  readonly isSample: boolean
  readonly accountFolder: string
  readonly teamFolder: string | null
  /** Set where part of it could not be read, and so may be missing in lists. */
  readonly damage?: string
}

/** The folder holds several teams; the member has to choose one. */
export interface SeveralTeams extends Failure<'severalTeams'> {
  readonly teams: readonly { readonly spaceId: string; readonly name: string }[]
}

export interface WorkspaceAnswers {
  'workspace.openSample': Answer<WorkspaceInfo, OpenFailure>
  'workspace.create': Answer<WorkspaceInfo, OpenFailure>
  'workspace.join': Answer<WorkspaceInfo, OpenFailure | SeveralTeams>
  'workspace.list': Answer<readonly { readonly workspaceId: string; readonly name: string; readonly isOpen: boolean }[], never>
  'workspace.open': Answer<WorkspaceInfo, OpenFailure>
}

export interface WorkspaceEvents {
  'workspace.changed': { readonly workspace: WorkspaceInfo | null }
}
