import type { Scalar } from '#shared/domain/schema/fields'
import type { GridPlace } from './gridFocus'

/** What the table asks of the page around it. */
export interface GridHandlers {
  readonly onSetCell: (optionId: string, criterionId: string, value: Scalar) => void
  readonly onEditOption: (optionId: string) => void
  readonly onSetAside: (optionId: string) => void
  readonly onMoveOption: (optionId: string, by: -1 | 1) => void
  readonly onRemoveOption: (optionId: string) => void
  readonly onEditCriterion: (criterionId: string) => void
  readonly onMoveCriterion: (criterionId: string, by: -1 | 1) => void
  readonly onToggleMustHave: (criterionId: string) => void
  readonly onRemoveCriterion: (criterionId: string) => void
  readonly onFocusWeight: (criterionId: string) => void
  readonly onToggleDifferences: () => void
  readonly onPaste: (place: GridPlace, text: string) => void
  /** What the clipboard gets for the place with the focus. */
  readonly textToCopy: (place: GridPlace) => string
}
