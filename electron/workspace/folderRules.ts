import { realpath } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import type { Failure } from '#shared/ipc/contract'
import type { Disk } from '../platform/Disk'
import { teamFolderName } from '../sync/remotes/FolderRemote'

type FolderRefused = Failure<'insideTeamFolder'>

/**
 * Account files hold internal notes in the clear and are rewritten by one laptop: in a team folder
 * others would read them, and two laptops would write over each other.
 */
export async function whyNotAccountFolder(disk: Disk, folder: string): Promise<FolderRefused | null> {
  for (let above = await realPath(folder); ; above = dirname(above)) {
    const found = await disk.stat(join(above, teamFolderName))
    if (found.ok && found.value.kind === 'directory') {
      return refuse(`Account files cannot lie in ${folder}: ${above} is a team folder, and account files hold internal notes. Choose another folder.`)
    }
    if (dirname(above) === above) return null
  }
}

/** A team folder is copied to other laptops as it is; what belongs to this laptop alone must not be carried along. */
export async function whyNotTeamFolder(folder: string, own: { readonly appFolders: readonly string[]; readonly accountFolder: string | null }): Promise<FolderRefused | null> {
  const team = await realPath(folder)
  for (const appFolder of own.appFolders) {
    const app = await realPath(appFolder)
    if (isInside(team, app)) return refuse(`${folder} lies in Plumbline's own folder on this laptop and cannot be a team folder. Choose another folder.`)
    if (isInside(app, team)) return refuse(`${folder} contains Plumbline's own folder on this laptop and cannot be a team folder. Choose another folder.`)
  }
  if (own.accountFolder === null) return null
  const accounts = await realPath(own.accountFolder)
  if (isInside(team, accounts)) return refuse(`${folder} lies in the folder of your account files and cannot be a team folder. Choose another folder.`)
  if (isInside(accounts, team)) return refuse(`${folder} contains your account files (${own.accountFolder}), which hold internal notes, and cannot be a team folder. Choose another folder.`)
  return null
}

function refuse(message: string): FolderRefused {
  return { kind: 'insideTeamFolder', message }
}

/** True for the folder itself too. Both must be real paths. */
function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path)
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way))
}

/** Where a path leads when links are followed, also when its last parts are not there yet. */
async function realPath(path: string): Promise<string> {
  const whole = resolve(path)
  try {
    return await realpath(whole)
  } catch {
    const above = dirname(whole)
    return above === whole ? whole : join(await realPath(above), basename(whole))
  }
}
