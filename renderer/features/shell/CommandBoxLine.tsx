import { Keys } from '../../ui/Keys'
import { foundKindWords, type CommandLine } from './commandLines'
import { MarkedWords } from './MarkedWords'
import classes from './CommandBox.module.css'

interface CommandBoxLineProps {
  readonly line: CommandLine
  readonly id: string
  readonly isActive: boolean
  readonly hasAccountName: boolean
  readonly onPick: () => void
  readonly onChoose: () => void
}

export function CommandBoxLine({ line, id, isActive, hasAccountName, onPick, onChoose }: CommandBoxLineProps) {
  const shared = { id, role: 'option', 'aria-selected': isActive, className: classes.item, onPointerMove: onPick, onClick: onChoose }
  if (line.kind === 'command') {
    const { title, kind, keys } = line.entry
    return (
      <div {...shared}>
        <span className={classes.title}>
          {title}
          {kind === 'needsNumber' && ' …'}
        </span>
        {keys && <Keys>{keys}</Keys>}
      </div>
    )
  }
  const { kind, title, detail, accountName, words } = line.found
  return (
    <div {...shared} data-found>
      <div className={classes.texts}>
        <div className={classes.title}>
          <MarkedWords text={title} words={words} />
        </div>
        {detail !== '' && (
          <div className={classes.detail}>
            <MarkedWords text={detail} words={words} />
          </div>
        )}
      </div>
      <div className={classes.where}>
        {foundKindWords[kind]}
        {hasAccountName && kind !== 'account' && <div className={classes.accountName}>{accountName}</div>}
      </div>
    </div>
  )
}
