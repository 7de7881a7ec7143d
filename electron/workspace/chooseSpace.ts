import { err, ok, type Result } from '#shared/base/Result'
import type { SeveralTeams } from '#shared/ipc/contract'
import type { Disk } from '../platform/Disk'
import type { SpaceFile } from '../sync/Remote'
import { listSpaces } from '../sync/remotes/FolderRemote'
import { failureOfRemote, type WorkspaceFailure } from './workspaceFailure'

/** The team to join in a folder: the only one, or the one that was chosen. */
export async function chooseSpace(teamDisk: Disk, teamFolder: string, isChosen: ((space: SpaceFile) => boolean) | null): Promise<Result<SpaceFile, WorkspaceFailure | SeveralTeams>> {
  const spaces = await listSpaces(teamDisk, teamFolder)
  if (!spaces.ok) return err(failureOfRemote(spaces.error, teamFolder))
  const [first, ...others] = spaces.value
  if (!first) return err({ kind: 'notATeamFolder', message: `There is no team in ${teamFolder} yet. Choose the folder of your team, or share one of your workspaces there.` })
  const chosen = isChosen ? spaces.value.filter(isChosen) : spaces.value
  const [space] = chosen
  if (!space || chosen.length > 1) {
    const names = [first, ...others].map(({ name }) => `"${name}"`).join(', ')
    return err({ kind: 'severalTeams', message: `${teamFolder} holds several teams: ${names}. Choose one of them.`, teams: spaces.value.map(({ spaceId, name }) => ({ spaceId, name })) })
  }
  if (space.protection !== 'none') return err(failureOfRemote({ kind: 'wrongVersion', found: space.protection }, teamFolder))
  return ok(space)
}
