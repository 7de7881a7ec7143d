import { randomBytes } from 'node:crypto'
import { idFromBytes } from '../shared/base/Id'

/** An id as the page makes one. */
export function newId(): string {
  return idFromBytes(randomBytes(16))
}
