import { mergeTyping, spliceBetween, type TextSplice } from '../../model/textSplice'
import { Internal } from '../../ui/Internal'
import { Panel } from '../../ui/Panel'
import { TypedText } from '../../ui/TypedText'
import classes from './AccountPage.module.css'

interface AccountNotesProps {
  readonly notes: string
  readonly onWrite: (splice: TextSplice) => void
  readonly onTyping: () => () => void
}

const longestNotes = 20_000

export function AccountNotes({ notes, onWrite, onTyping }: AccountNotesProps) {
  const write = (text: string): void => {
    const splice = spliceBetween(notes, text)
    if (splice) onWrite(splice)
  }
  return (
    <Panel title="Notes">
      <div className={classes.notes}>
        <Internal>
          <TypedText
            label="Notes on this account"
            hideLabel
            placeholder="What only we need to know"
            isLong
            maxLength={longestNotes}
            value={notes}
            onWrite={write}
            onTyping={onTyping}
            merge={mergeTyping}
          />
        </Internal>
      </div>
    </Panel>
  )
}
