import type { Log } from './log.mjs'

export interface MissingPackages {
  readonly missing: readonly string[]
  /** The command that would install them; null when nothing is missing. */
  readonly command: string | null
}

export const WINDOW_LIBRARIES: readonly string[]
export const VIRTUAL_DISPLAY: readonly string[]
export function ensureDebianPackages(list: readonly string[], why: string, options?: { readonly log?: Log }): Promise<MissingPackages>
export function missingLibraries(program: string): string[]
export function librariesNotFound(lddOutput: string): string[]
