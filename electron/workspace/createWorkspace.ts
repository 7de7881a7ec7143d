import { join } from 'node:path'
import { err, ok, type Result } from '#shared/base/Result'
import { isAlreadyThere, type Disk } from '../platform/Disk'
import { ensureDirectory } from '../platform/ensureDirectory'
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
  const usual = join(world.documentsFolder, 'Plumbline')
  const refused = (await whyNotVaultFolder(world.disk, folder)) ?? (await whyNotAccountFolder(world.disk, order.accountFolder ?? usual))
  if (refused) return err(refused)
  const accountFolder = order.accountFolder ?? (await makeAccountFolder(world.disk, usual, slugOf(name)))
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

/**
 * A folder of its own for each workspace: two with the same name must not write over each other's files.
 * Where none can be made the workspace works all the same; its files are written once the disk allows it.
 */
async function makeAccountFolder(disk: Disk, parent: string, slug: string): Promise<string> {
  await ensureDirectory(disk, parent)
  for (let number = 1; ; number++) {
    const folder = join(parent, number === 1 ? slug : `${slug}-${number}`)
    const made = await disk.makeDirectory(folder)
    if (made.ok || !isAlreadyThere(made.error)) return folder
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
