import { mkdir, open } from 'node:fs/promises'
import { err, ok } from '#shared/base/Result'
import { diskProblemFromCode, type Disk, type DiskResult } from '../../platform/Disk'
import { nodeDisk } from '../../platform/nodeDisk'

/**
 * The real file system as it is used in a folder that a team shares: what is made there is readable
 * and writable for whoever the folder lets in, where everything else of ours is for its owner alone.
 */
export const sharedDisk: Disk = {
  ...nodeDisk,
  createFile: async (path) => {
    const made = await attempt(async () => (await open(path, 'wx', forEveryone)).close())
    return made.ok ? nodeDisk.openFile(path) : made
  },
  makeDirectory: (path) => attempt(async () => void (await mkdir(path, { mode: folderForEveryone }))),
}

/** Lowered by the mask of the process and by what the folder above says, as any other program's files are. */
const forEveryone = 0o666
const folderForEveryone = 0o777

async function attempt(call: () => Promise<void>): DiskResult<void> {
  try {
    await call()
    return ok()
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (typeof code !== 'string' || code.startsWith('ERR_')) throw error
    return err(diskProblemFromCode(code))
  }
}
