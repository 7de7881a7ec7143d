import { join } from 'node:path'
import { err, ok, type Result } from '#shared/base/Result'
import type { Disk } from '../platform/Disk'
import { Vault } from '../vault/Vault'
import { whyNotAccountFolder } from './folderRules'
import { openLocalWorkspace } from './LocalWorkspace'
import { failureOfDisk, failureOfVault, type WorkspaceFailure } from './workspaceFailure'
import type { WorkspaceWorld } from './WorkspaceWorld'

export interface WorkspaceOrder {
  readonly workspaceId: string
  readonly name: string
  readonly isSample: boolean
  /** Where the account files lie; null for the usual place. */
  readonly accountFolder: string | null
}

/** Makes a workspace in a folder that holds none. */
export async function createWorkspace(world: WorkspaceWorld, folder: string, order: WorkspaceOrder): Promise<Result<void, WorkspaceFailure>> {
  const { workspaceId, name, isSample } = order
  const accountFolder = order.accountFolder ?? (await usualAccountFolder(world, name))
  const refused = (await whyNotVaultFolder(world.disk, folder)) ?? (await whyNotAccountFolder(world.disk, accountFolder))
  if (refused) return err(refused)
  const created = await Vault.create(world, folder, { workspaceId, name, accountFolder })
  if (!created.ok) return err(failureOfVault(created.error, folder))
  if (!isSample) return ok()
  const local = await openLocalWorkspace(world.disk, folder)
  local.update((value) => ({ ...value, isSample }))
  const kept = await local.flush()
  return kept.ok ? kept : err(failureOfDisk(kept.error, folder))
}

/** What a vault holds is for this laptop alone; a team folder would carry it to the others. */
async function whyNotVaultFolder(disk: Disk, folder: string): Promise<WorkspaceFailure | null> {
  const refused = await whyNotAccountFolder(disk, folder)
  return refused ? { kind: 'insideTeamFolder', message: `A workspace cannot lie in a team folder, and ${folder} does. Choose another folder.` } : null
}

/** A folder of its own for each workspace: two with the same name must not write over each other's files. */
async function usualAccountFolder({ disk, documentsFolder }: WorkspaceWorld, name: string): Promise<string> {
  for (let number = 1; ; number++) {
    const folder = join(documentsFolder, 'Plumbline', number === 1 ? slugOf(name) : `${slugOf(name)}-${number}`)
    const entries = await disk.readDirectory(folder)
    if (!entries.ok || entries.value.length === 0) return folder
  }
}

/** A name as a folder that every file system takes. */
function slugOf(name: string): string {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const slug = plain.replace(/[^a-z0-9]+/g, '-').slice(0, 40).replace(/^-+|-+$/g, '')
  return slug === '' || reservedNames.test(slug) ? `workspace${slug && `-${slug}`}` : slug
}

/** Windows keeps these for devices. */
const reservedNames = /^(con|prn|aux|nul|com\d|lpt\d)$/
