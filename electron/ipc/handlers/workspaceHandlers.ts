import { err, ok } from '#shared/base/Result'
import type { Failure } from '#shared/ipc/contract'
import type { Workspaces } from '../../workspace/Workspaces'
import type { CurrentWorkspace } from '../CurrentWorkspace'
import type { FileTokens } from '../FileTokens'
import type { HandlersFor } from '../HandlersFor'
import type { Member } from '../Member'

export interface WorkspaceHandlerParts {
  readonly current: CurrentWorkspace
  readonly workspaces: Workspaces
  readonly member: Member
  readonly tokens: FileTokens
}

export const noSuchFolder: Failure<'noSuchToken'> = { kind: 'noSuchToken', message: 'This folder was chosen before Plumbline was last started. Choose it again.' }

export const createWorkspaceHandlers = ({ current, workspaces, member, tokens }: WorkspaceHandlerParts): HandlersFor<'workspace'> => ({
  'workspace.openSample': () => current.openSample(),
  'workspace.create': ({ name, memberName }) => member.namedBefore(memberName, () => current.create({ name })),
  'workspace.join': async ({ folder, memberName, spaceId }) => {
    const path = tokens.path('folder', folder)
    return path === null ? err(noSuchFolder) : member.namedBefore(memberName, () => current.join(path, spaceId))
  },
  'workspace.list': async () => {
    const open = current.open?.info.workspaceId
    return ok((await workspaces.list()).map(({ workspaceId, name }) => ({ workspaceId, name, isOpen: workspaceId === open })))
  },
  'workspace.open': ({ workspaceId }) => current.change(workspaceId),
})
