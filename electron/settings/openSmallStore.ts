import type { Disk } from '../platform/Disk'
import { JsonStore } from '../platform/JsonStore'
import type { Log } from '../platform/Log'

/**
 * Opens a small file of this device. One that cannot be read is put aside as `.damaged` instead of being written over:
 * it may be a later version's, or hold something that a person can still read.
 */
export async function openSmallStore<T>(
  { disk, log }: { readonly disk: Disk; readonly log: Log },
  path: string,
  parse: (plain: unknown) => T | null,
  fallback: T,
): Promise<JsonStore<T>> {
  const store = await JsonStore.open(disk, path, parse, fallback)
  if (store.source === 'file' || !(await disk.stat(path)).ok) return store
  const kept = await disk.rename(path, `${path}.damaged`)
  log.warn('settings.damaged', { kept: kept.ok })
  return store
}
