import { err, ok, type Result } from '#shared/base/Result'
import { VaultLock } from '../vault/VaultLock'
import { openLocalWorkspace, type LocalWorkspace } from './LocalWorkspace'
import { failureOfDisk, failureOfVault, type WorkspaceFailure } from './workspaceFailure'
import type { WorkspaceWorld } from './WorkspaceWorld'

/** Remembers the team folder of a workspace that is not open here; refused while another process has it open. */
export async function keepTeam({ disk, processes, ids }: WorkspaceWorld, folder: string, team: LocalWorkspace['team']): Promise<Result<void, WorkspaceFailure>> {
  const lock = await VaultLock.acquire(disk, processes, ids, folder)
  if (!lock.ok) return err(failureOfVault(lock.error, folder))
  const local = await openLocalWorkspace(disk, folder)
  local.update((value) => ({ ...value, team }))
  const kept = await local.flush()
  await lock.value.release()
  return kept.ok ? ok() : err(failureOfDisk(kept.error, folder))
}
