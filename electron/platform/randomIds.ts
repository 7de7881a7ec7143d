import { randomBytes } from 'node:crypto'
import { idFromBytes } from '#shared/base/Id'
import type { Ids } from '#shared/base/Ids'

/** Ids nobody can guess and no two laptops make twice. */
export const randomIds: Ids = {
  next: () => idFromBytes(randomBytes(16)),
}
