import { basename, resolve } from 'node:path'
import { err, ok, type Result } from '#shared/base/Result'
import type { SeveralTeams, WorkspaceInfo } from '#shared/ipc/contract'
import type { SpaceFile } from '../../sync/Remote'
import { listSpaces } from '../../sync/remotes/FolderRemote'
import { readWorkspaceFile } from '../../vault/workspaceFile'
import { chooseSpace } from '../../workspace/chooseSpace'
import { createWorkspace } from '../../workspace/createWorkspace'
import { sampleName } from '../../workspace/fillSample'
import type { OpenWorkspace } from '../../workspace/OpenWorkspace'
import { failureOfRemote, failureOfVault, type WorkspaceFailure } from '../../workspace/workspaceFailure'
import { Workspaces } from '../../workspace/Workspaces'
import type { WorkspaceWorld } from '../../workspace/WorkspaceWorld'
import type { CommandContext } from '../CommandContext'
import { exitCodes, type ExitCode } from '../exitCodes'
import { openTarget, targetOf, type Target } from '../openTarget'
import type { Command } from '../parseCommandLine'

type InitFailure = WorkspaceFailure | SeveralTeams

interface Order {
  readonly isSample: boolean
  readonly name: string | null
  readonly teamFolder: string | null
  /** The team that is in the team folder; null where there is none yet. */
  readonly space: SpaceFile | null
}

/** Makes a workspace; with a team folder it joins the team there, or begins one. */
export async function init(context: CommandContext, command: Extract<Command, { kind: 'init' }>, vault: string | null): Promise<ExitCode> {
  const teamFolder = command.teamFolder === null ? null : resolve(command.teamFolder)
  const space = teamFolder === null ? ok(null) : await findSpace(context.world, teamFolder, command.name)
  const order = { ...command, teamFolder }
  const made = space.ok ? await make(context.world, { ...order, space: space.value }, vault) : space
  if (made.ok) {
    await context.output.write(made.value)
    return exitCodes.done
  }
  context.say(made.error.message)
  return couldNotRun.has(made.error.kind) ? exitCodes.notRun : exitCodes.wrong
}

const couldNotRun: ReadonlySet<InitFailure['kind']> = new Set(['held', 'noAccess', 'readOnly', 'diskFull', 'diskError', 'folderVanished', 'newerFormat', 'damaged'])

async function findSpace({ teamDisk }: WorkspaceWorld, teamFolder: string, name: string | null): Promise<Result<SpaceFile | null, InitFailure>> {
  const spaces = await listSpaces(teamDisk, teamFolder)
  if (!spaces.ok) return err(failureOfRemote(spaces.error, teamFolder))
  if (spaces.value.length === 0) return ok(null)
  return chooseSpace(teamDisk, teamFolder, spaces.value.length > 1 ? (space) => space.name === name : null)
}

async function make(world: WorkspaceWorld, order: Order, vault: string | null): Promise<Result<WorkspaceInfo & { readonly folder: string }, InitFailure>> {
  const workspaceId = order.space?.spaceId ?? world.ids.next()
  const workspaces = vault === null ? await Workspaces.load(world) : null
  const target = vault === null ? { world, folder: workspaces?.folderOf(workspaceId) ?? '' } : targetOf(world, vault)
  const prepared = await prepare(target, order, workspaceId)
  if (!prepared.ok) return prepared
  const opened = await openTarget(target)
  if (!opened.ok) return opened
  const filled = await fill(opened.value, order)
  const info = opened.value.info
  await opened.value.close()
  if (!filled.ok) return filled
  await workspaces?.remember(workspaceId)
  return ok({ ...info, folder: target.folder })
}

/** Makes the vault, unless there is one that only lacks its team folder. */
async function prepare({ world, folder }: Target, { isSample, name, teamFolder, space }: Order, workspaceId: string): Promise<Result<void, InitFailure>> {
  const known = await readWorkspaceFile(world.disk, folder)
  if (!known.ok && known.error.kind !== 'missing') return err(failureOfVault(known.error, folder))
  if (known.ok && (teamFolder === null || isSample)) return err({ kind: 'alreadyATeamFolder', message: `There is a workspace in ${folder} already.` })
  if (known.ok && space !== null && space.spaceId !== known.value.workspaceId) {
    return err(failureOfRemote({ kind: 'otherSpace', found: space.name }, teamFolder ?? ''))
  }
  if (known.ok) return ok()
  if (isSample && space) return err({ kind: 'alreadyATeamFolder', message: `The sample is a workspace of its own and cannot join the team "${space.name}". Leave out --sample, or choose a folder without a team.` })
  return createWorkspace(world, folder, { workspaceId, name: space?.name ?? name ?? (isSample ? sampleName : basename(folder)), isSample, accountFolder: null })
}

async function fill(workspace: OpenWorkspace, { isSample, teamFolder, space }: Order): Promise<Result<void, InitFailure>> {
  const filled = isSample ? await workspace.fillSample() : ok()
  if (!filled.ok || teamFolder === null) return filled
  return space ? workspace.useTeam({ folder: teamFolder, space }) : workspace.publish(teamFolder)
}
