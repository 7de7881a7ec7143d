import type { Log } from './log.mjs'

export function ensureBuilt(options?: { readonly log?: Log; readonly root?: string; readonly always?: boolean }): Promise<void>
export function hashOfSources(root: string): string
