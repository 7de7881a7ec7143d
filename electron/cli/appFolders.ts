import { homedir } from 'node:os'
import { join } from 'node:path'

type Environment = { readonly [name: string]: string | undefined }

/** The folder in which the app keeps its data, found the way Electron finds it. */
export function userDataFolder(environment: Environment, platform: NodeJS.Platform): string {
  const chosen = environment['PLUMBLINE_USER_DATA']
  if (chosen) return chosen
  switch (platform) {
    case 'win32':
      return join(environment['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'Plumbline')
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'Plumbline')
    default:
      return join(environment['XDG_CONFIG_HOME'] || join(homedir(), '.config'), 'Plumbline')
  }
}

export function documentsFolder(environment: Environment): string {
  return environment['PLUMBLINE_DOCUMENTS'] || join(homedir(), 'Documents')
}
