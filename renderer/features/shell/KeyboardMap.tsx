import { Checkbox } from '@mantine/core'
import { Dialog } from '../../ui/Dialog'
import { Keys } from '../../ui/Keys'
import classes from './KeyboardMap.module.css'

interface KeyboardMapProps {
  readonly singleKeys: boolean
  readonly onSingleKeys: (isOn: boolean) => void
  readonly onClose: () => void
}

const parts: readonly { readonly title: string; readonly keys: readonly (readonly [string, string])[] }[] = [
  {
    title: 'Everywhere',
    keys: [
      ['Ctrl K', 'Search or run a command'],
      ['Ctrl 1', 'Today'],
      ['Ctrl 2', 'Accounts'],
      ['Ctrl 3', 'Review'],
      ['Ctrl ,', 'Settings'],
      ['F6, Shift F6', 'Next, previous part of the window'],
      ['Ctrl Z', 'Undo'],
      ['Ctrl Shift Z', 'Redo'],
      ['F1 or ?', 'These keys'],
    ],
  },
  {
    title: 'On the path',
    keys: [
      ['Alt ←, Alt →', 'Step before, step after'],
      ['Alt 1 to Alt 7', 'That step'],
      ['F5', 'Show to buyer'],
      ['Esc, then Enter', 'Leave what the buyer sees'],
    ],
  },
  {
    title: 'In the table',
    keys: [
      ['Arrows', 'Move'],
      ['Home, End', 'First, last in the row'],
      ['Ctrl Home, Ctrl End', 'First, last of all'],
      ['Enter or F2', 'Edit the cell'],
      ['Esc', 'Cancel, back to the cell'],
      ['Space', 'Sources of the cell'],
      ['Delete', 'Back to not known'],
      ['Ctrl C, Ctrl V', 'Copy, paste cells of a spreadsheet'],
      ['U', 'Next that is not known'],
      ['D', 'Differences only'],
      ['M', 'Must-have on or off'],
      ['W', 'Weight of this row'],
      ['Alt ↑, Alt ↓', 'Move the row'],
      ['Alt ←, Alt →', 'Move the column, on its head'],
    ],
  },
]

export function KeyboardMap({ singleKeys, onSingleKeys, onClose }: KeyboardMapProps) {
  return (
    <Dialog title="Keyboard keys" onClose={onClose} width={640}>
      <div className={classes.parts}>
        {parts.map(({ title, keys }) => (
          <section key={title}>
            <h3 className={classes.title}>{title}</h3>
            <dl className={classes.keys}>
              {keys.map(([key, action]) => (
                <div key={key} className={classes.line}>
                  <dt>
                    <Keys>{key}</Keys>
                  </dt>
                  <dd>{action}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
      <Checkbox
        className={classes.switch}
        label="Single keys such as ? and D work"
        checked={singleKeys}
        onChange={(event) => onSingleKeys(event.currentTarget.checked)}
      />
    </Dialog>
  )
}
