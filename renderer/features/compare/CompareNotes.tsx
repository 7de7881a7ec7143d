import type { Comparison } from '#shared/domain/account/Account'
import { mergeTyping, spliceBetween, type TextSplice } from '../../model/textSplice'
import { Internal } from '../../ui/Internal'
import { TypedText } from '../../ui/TypedText'
import classes from './ComparePage.module.css'

interface CompareNotesProps {
  readonly comparison: Comparison
  readonly onWrite: (field: 'advice' | 'notes', splice: TextSplice) => void
  readonly onTyping: () => () => void
}

const longText = 20_000

/** What we advise, which the buyer reads, and what we only tell each other. */
export function CompareNotes({ comparison, onWrite, onTyping }: CompareNotesProps) {
  const writer = (field: 'advice' | 'notes') => (text: string) => {
    const splice = spliceBetween(comparison[field], text)
    if (splice) onWrite(field, splice)
  }
  return (
    <div className={classes.notes}>
      <TypedText
        label="Our advice"
        description="Printed in the brief"
        isLong
        maxLength={longText}
        value={comparison.advice}
        onWrite={writer('advice')}
        onTyping={onTyping}
        merge={mergeTyping}
      />
      <Internal>
        <TypedText
          label="Notes on this comparison"
          hideLabel
          isLong
          placeholder="Notes for us"
          maxLength={longText}
          value={comparison.notes}
          onWrite={writer('notes')}
          onTyping={onTyping}
          merge={mergeTyping}
        />
      </Internal>
    </div>
  )
}
