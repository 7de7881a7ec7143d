import type { Log } from './log.mjs'

interface LockedPackage {
  readonly version?: string
  readonly integrity?: string
  readonly optional?: boolean
}

export function ensureInstalled(options?: { readonly log?: Log; readonly root?: string }): Promise<void>
export function reasonToInstall(lock: Readonly<Record<string, LockedPackage>>, installed: Readonly<Record<string, LockedPackage>> | null): string | null
export function packagesThatWantANewerNode(lines: readonly string[]): string[]
