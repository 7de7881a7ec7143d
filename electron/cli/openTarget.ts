import { basename, dirname, resolve } from 'node:path'
import { isId } from '#shared/base/Id'
import { err, ok, type Result } from '#shared/base/Result'
import { readWorkspaceFile } from '../vault/workspaceFile'
import { MemberIdentity } from '../workspace/MemberIdentity'
import { OpenWorkspace } from '../workspace/OpenWorkspace'
import { failureOfVault, type WorkspaceFailure } from '../workspace/workspaceFailure'
import { Workspaces } from '../workspace/Workspaces'
import type { WorkspaceWorld } from '../workspace/WorkspaceWorld'

/** The vault that a command is about, in the world it belongs to. */
export interface Target {
  readonly world: WorkspaceWorld
  readonly folder: string
}

/** A vault given by its folder stands for itself, with a member of its own, unless it is one of the app's. */
export function targetOf(world: WorkspaceWorld, vault: string): Target {
  const folder = resolve(vault)
  const isOfApp = isId(basename(folder)) && basename(dirname(folder)) === 'workspaces'
  return { folder, world: { ...world, userData: isOfApp ? dirname(dirname(folder)) : folder } }
}

/** The workspace of the command line: the one given, or the one last open in the app. */
export async function findTarget(world: WorkspaceWorld, vault: string | null): Promise<Result<Target, WorkspaceFailure>> {
  if (vault !== null) {
    const target = targetOf(world, vault)
    const workspace = await readWorkspaceFile(world.disk, target.folder)
    return workspace.ok ? ok(target) : err(failureOfVault(workspace.error, target.folder))
  }
  const workspaces = await Workspaces.load(world)
  const workspaceId = workspaces.lastOpened()
  if (workspaceId === null) return err({ kind: 'notFound', message: 'There is no workspace yet. Make one with plumbline init, or name one with --vault DIR.' })
  return ok({ world, folder: workspaces.folderOf(workspaceId) })
}

/** Opens a workspace for one command, with its documents in this process. */
export async function openTarget({ world, folder }: Target): Promise<Result<OpenWorkspace, WorkspaceFailure>> {
  // Automerge takes longer to start than everything else; help, schemas and decisions do without it.
  const { InProcessDocumentClient } = await import('../documents/InProcessDocumentClient')
  const member = await MemberIdentity.open(world.disk, world.userData, world.ids)
  return OpenWorkspace.open(world, folder, { documents: new InProcessDocumentClient(), author: () => member.author(), polls: false })
}
