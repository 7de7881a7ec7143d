import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The clone this script lies in. */
export const projectRoot = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** This user's folder for things that can be fetched again. */
export function userCacheFolder({ env = process.env, platform = process.platform, home = homedir() } = {}) {
  if (platform === 'win32') return join(env.LOCALAPPDATA || join(home, 'AppData', 'Local'), 'plumbline', 'Cache')
  if (platform === 'darwin') return join(home, 'Library', 'Caches', 'plumbline')
  return join(env.XDG_CACHE_HOME || join(home, '.cache'), 'plumbline')
}
