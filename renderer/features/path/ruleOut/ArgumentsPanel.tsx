import type { Option } from '#shared/domain/account/Account'
import { mergeTyping } from '../../../model/textSplice'
import { EmptyState } from '../../../ui/EmptyState'
import { Panel } from '../../../ui/Panel'
import { TypedText } from '../../../ui/TypedText'
import classes from './RuleOut.module.css'

interface ArgumentsPanelProps {
  /** Staying as is and doing it in-house, as far as they are still in. */
  readonly options: readonly Option[]
  readonly onWrite: (option: Option, text: string) => void
  readonly onTyping: () => () => void
}

const longestArgument = 20_000

/** Doing nothing and doing it themselves are argued like any other choice. */
export function ArgumentsPanel({ options, onWrite, onTyping }: ArgumentsPanelProps) {
  return (
    <Panel title="If you stay as you are, or do it yourselves">
      {options.length === 0 ? (
        <EmptyState text="Both are out, with their reasons beside. Bring them back to look again." />
      ) : (
        <div className={classes.arguments}>
          {options.map((option) => (
            <TypedText
              key={option.id}
              label={`What speaks for and against: ${option.name}`}
              description="The buyer reads this"
              isLong
              maxLength={longestArgument}
              value={option.argument}
              onWrite={(text) => onWrite(option, text)}
              onTyping={onTyping}
              merge={mergeTyping}
            />
          ))}
        </div>
      )}
    </Panel>
  )
}
