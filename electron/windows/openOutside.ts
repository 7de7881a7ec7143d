import { shell } from 'electron'
import type { Log } from '../platform/Log'

/** Hands a checked address to the system's browser or mail program; false where none took it. */
export async function openOutside(address: string, log: Log): Promise<boolean> {
  try {
    await shell.openExternal(address)
    return true
  } catch {
    log.warn('window.openFailed')
    return false
  }
}
