import { join } from 'node:path'
import { z } from 'zod'
import type { Disk } from '../platform/Disk'
import { JsonStore } from '../platform/JsonStore'
import type { SpaceFile } from '../sync/Remote'

/** What only this device knows of a workspace. Lost, it can be set again: choosing the team folder is enough. */
export interface LocalWorkspace {
  readonly isSample: boolean
  /** All sample accounts have been made once; what the member removes afterwards stays away. */
  readonly isFilled: boolean
  readonly team: {
    readonly folder: string
    /** The space as it was first met there. */
    readonly space: SpaceFile
  } | null
}

const LocalWorkspaceSchema = z.object({
  isSample: z.boolean(),
  isFilled: z.boolean(),
  team: z
    .object({
      folder: z.string().min(1),
      space: z.object({
        format: z.literal(1),
        spaceId: z.string(),
        protection: z.enum(['none', 'sealed-1']),
        founderKey: z.string().nullable(),
        name: z.string(),
      }),
    })
    .nullable(),
})

/** `folder` is the vault's. */
export function openLocalWorkspace(disk: Disk, folder: string): Promise<JsonStore<LocalWorkspace>> {
  return JsonStore.open<LocalWorkspace>(disk, join(folder, 'local.json'), (plain) => LocalWorkspaceSchema.safeParse(plain).data ?? null, nothingKnown)
}

const nothingKnown: LocalWorkspace = { isSample: false, isFilled: false, team: null }
