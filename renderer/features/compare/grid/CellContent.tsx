import {
  IconAlertTriangle,
  IconArrowsSplit2,
  IconCalendarOff,
  IconCheck,
  IconChecks,
  IconClockExclamation,
  IconPencil,
  IconSpeakerphone,
  IconX,
  type Icon,
} from '@tabler/icons-react'
import type { Question } from '#shared/domain/account/Account'
import type { CellDisplay, CellMark } from '#shared/domain/comparison/cellDisplay'
import type { CriterionFacts } from '#shared/domain/comparison/ComparisonFacts'
import { askedShort, markWords, sayValue, shownMark } from './cellWords'
import classes from './ValueCell.module.css'

const markIcons: { readonly [Mark in CellMark]?: Icon } = {
  noProof: IconAlertTriangle,
  disagree: IconArrowsSplit2,
  old: IconClockExclamation,
  undated: IconCalendarOff,
  estimate: IconPencil,
  claim: IconSpeakerphone,
  thirdParty: IconCheck,
  tested: IconChecks,
}
/** A tick says it alone; the words would take the room of the value. */
const plainMarks: readonly CellMark[] = ['thirdParty', 'tested']
const warnMarks: readonly CellMark[] = ['noProof', 'old', 'disagree', 'undated']

export interface CellContentProps {
  readonly criterion: CriterionFacts
  readonly display: CellDisplay
  readonly asked: Question['state'] | null
  readonly isUnknown: boolean
  readonly value: number | null
  readonly low: number
  readonly high: number
  readonly isBest: boolean
  readonly mustHave: 'pass' | 'fail' | 'unknown' | null
}

/** The words of a cell first, the thin bar second. Hidden from screen readers: the cell itself has a whole sentence. */
export function CellContent({ criterion, display, asked, isUnknown, value, low, high, isBest, mustHave }: CellContentProps) {
  const words = sayValue(display.value, criterion.unit)
  const mark = shownMark(display.marks)
  if (mustHave !== 'fail' && isUnknown)
    return <UnknownContent words={words} hasValue={display.value.kind !== 'notKnown'} isMustHave={mustHave === 'unknown'} asked={asked} />
  return (
    <div aria-hidden>
      <div className={classes.words}>
        {mustHave === 'fail' && <IconX size={13} className={classes.fails} />}
        <span className={classes.value} title={words}>
          {words}
        </span>
        {isBest && <span className={classes.best}>▲</span>}
      </div>
      {mustHave === 'fail' ? (
        <div className={classes.fails}>fails must-have</div>
      ) : (
        <div className={classes.measure}>
          <div className={classes.bar} data-none={value === null || undefined}>
            {high > low && <span className={classes.band} style={{ width: `${high * 100}%` }} />}
            <span className={classes.fill} style={{ width: `${(high > low ? low : (value ?? 0)) * 100}%` }} />
          </div>
          {mark && <MarkWord mark={mark} />}
        </div>
      )}
    </div>
  )
}

interface UnknownContentProps {
  readonly words: string
  readonly hasValue: boolean
  readonly isMustHave: boolean
  readonly asked: Question['state'] | null
}

function UnknownContent({ words, hasValue, isMustHave, asked }: UnknownContentProps) {
  return (
    <div className={classes.unknown} aria-hidden>
      <span>?</span>
      <span className={classes.unknownWord} data-has-value={hasValue || undefined} title={words}>
        {asked !== null && !hasValue ? askedShort[asked] : !hasValue && isMustHave ? 'To confirm' : words}
      </span>
      {hasValue && <span className={classes.unknownNote}>{markWords.noProof.short}</span>}
    </div>
  )
}

function MarkWord({ mark }: { readonly mark: CellMark }) {
  const MarkIcon = markIcons[mark]
  return (
    <span className={classes.mark} data-tone={warnMarks.includes(mark) ? 'warn' : undefined} title={markWords[mark].long}>
      {MarkIcon && <MarkIcon size={11} />}
      {!plainMarks.includes(mark) && markWords[mark].short}
    </span>
  )
}
