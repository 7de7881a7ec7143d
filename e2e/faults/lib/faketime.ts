import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** The library that shifts the clock of a whole process; null where it is not installed. */
export function faketimeLibrary(): string | null {
  if (process.platform !== 'linux' || !existsSync('/usr/lib')) return null
  const folders = ['/usr/lib', ...readdirSync('/usr/lib').map((name) => join('/usr/lib', name))]
  return folders.map((folder) => join(folder, 'faketime', 'libfaketime.so.1')).find((path) => existsSync(path)) ?? null
}

export const noFaketimeReason = faketimeLibrary() === null ? 'libfaketime is not on this machine: apt-get install faketime' : null

/** The environment of a process whose clock is so many days off. */
export function clockOff(days: number): { readonly [name: string]: string } {
  const library = faketimeLibrary()
  return library === null ? {} : { LD_PRELOAD: library, FAKETIME: `${days < 0 ? '' : '+'}${days}d` }
}
