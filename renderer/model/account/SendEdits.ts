import type { Edit } from '#shared/domain/edit/Edit'
import type { EditOptions } from './AccountState'

/** Does something to the account on the screen, as one undo step; false where the account refuses it. */
export type SendEdits = (edits: readonly Edit[], options: EditOptions) => boolean
