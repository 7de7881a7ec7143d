import { join } from 'node:path'
import { isId } from '#shared/base/Id'
import { err, type Result } from '#shared/base/Result'
import { ensureDirectory } from '../platform/ensureDirectory'
import { writeDeviceFile } from './deviceFile'
import type { VaultProblem } from './VaultProblem'
import type { NewWorkspace } from './vaultTypes'
import type { VaultWorld } from './VaultWorld'
import { readWorkspaceFile, workspaceFormat, writeWorkspaceFile } from './workspaceFile'

/** Makes a vault in a folder that is not one yet. `workspace.json` comes last: with it the vault exists. */
export async function createVault({ disk, clock, ids }: VaultWorld, folder: string, workspace: NewWorkspace): Promise<Result<void, VaultProblem>> {
  if (!isId(workspace.workspaceId)) throw new Error('A workspace needs an id')
  const existing = await readWorkspaceFile(disk, folder)
  if (existing.ok) return err({ kind: 'other', code: 'EEXIST' })
  if (existing.error.kind !== 'missing') return existing
  const { workspaceId, name, accountFolder } = workspace
  const made = await ensureDirectory(disk, join(folder, 'wal'))
  if (!made.ok) return made
  const device = await writeDeviceFile(disk, folder, { format: 1, deviceId: ids.next(), incarnation: 1, resealing: null })
  if (!device.ok) return device
  return writeWorkspaceFile(disk, folder, { format: workspaceFormat, workspaceId, name, createdAt: clock.now(), accountFolder })
}
