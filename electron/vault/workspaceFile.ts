import { join } from 'node:path'
import { isId } from '#shared/base/Id'
import { err, ok, type Result } from '#shared/base/Result'
import type { Disk, DiskResult } from '../platform/Disk'
import { replaceFile } from '../platform/replaceFile'
import { decodeCheckedJson, encodeCheckedJson } from './checkedJson'
import type { VaultProblem } from './VaultProblem'

export const workspaceFormat = 1

/** What a workspace is called on this device and where its account files lie. Marks a folder as a vault. */
export interface WorkspaceFile {
  readonly format: 1
  readonly workspaceId: string
  readonly name: string
  readonly createdAt: string
  readonly accountFolder: string
}

/** Needs no lock, so that a list of workspaces can be shown while one of them is open elsewhere. */
export async function readWorkspaceFile(disk: Disk, folder: string): Promise<Result<WorkspaceFile, VaultProblem>> {
  const bytes = await disk.readFile(join(folder, fileName))
  if (!bytes.ok) return bytes
  const parsed = decodeCheckedJson(fileName, bytes.value, workspaceFormat)
  if (!parsed.ok) return parsed
  const { workspaceId, name, createdAt, accountFolder } = parsed.value
  if (!isId(workspaceId) || typeof name !== 'string' || typeof createdAt !== 'string' || typeof accountFolder !== 'string') {
    return err({ kind: 'damaged', file: fileName, reason: 'fields' })
  }
  return ok({ format: workspaceFormat, workspaceId, name, createdAt, accountFolder })
}

export function writeWorkspaceFile(disk: Disk, folder: string, workspace: WorkspaceFile): DiskResult<void> {
  return replaceFile(disk, join(folder, fileName), encodeCheckedJson({ ...workspace }))
}

const fileName = 'workspace.json'
