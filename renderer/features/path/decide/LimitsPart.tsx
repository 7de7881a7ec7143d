import type { Comparison, Option } from '#shared/domain/account/Account'
import type { ComparisonAnalysis } from '#shared/domain/comparison/analyseComparison'
import { strengthsOfOthers } from '#shared/domain/comparison/decisionRows'
import { inOrder } from '#shared/domain/schema/order'
import { formatList } from '#shared/text/format'
import { mergeTyping, spliceBetween } from '../../../model/textSplice'
import { Panel } from '../../../ui/Panel'
import { TypedText } from '../../../ui/TypedText'
import { optionKindWords } from '../../../ui/words'
import type { DecideActions } from './decideActions'
import classes from './DecidePage.module.css'

interface LimitsPartProps {
  readonly comparison: Comparison
  readonly analysis: ComparisonAnalysis
  readonly actions: DecideActions
  readonly onTyping: () => () => void
}

const longText = 20_000

/** Where the others are better, what each option does not do well, what we advise, and who pays us for it. */
export function LimitsPart({ comparison, analysis, actions, onTyping }: LimitsPartProps) {
  const { evaluation, options } = analysis
  const places = [...evaluation.groups.ranked, ...evaluation.groups.ifConfirmed]
  const leader = evaluation.leader === null ? null : (options[evaluation.leader] ?? null)
  const strengths = strengthsOfOthers(analysis, places)
  const shown = inOrder(comparison.options).filter((option) => option.kind !== 'newcomer' && option.setAsideOn === null)
  const missing = shown.filter((option) => option.kind === 'ours' && option.limits.trim() === '')
  const writeAdvice = (text: string): void => {
    const splice = spliceBetween(comparison.advice, text)
    if (splice) actions.writeAdvice(splice)
  }
  return (
    <>
      <Panel title="Where others are better, and who should not choose it">
        <div className={classes.body}>
          {leader && strengths.length === 0 && <p className={classes.warn}>On nothing that is known is another option better than {leader.name}. Ask what was left out.</p>}
          {missing.length > 0 && (
            <p className={classes.warn}>The buyer reads limits of every option, ours first: none is written for {formatList(missing.map(({ name }) => name))}.</p>
          )}
          <div className={classes.limits}>
            {shown.map((option) => (
              <LimitsOfOption
                key={option.id}
                option={option}
                better={strengths.find((row) => row.option.id === option.id)?.criteria.map(({ name }) => name) ?? []}
                leader={leader?.name ?? null}
                {...{ actions, onTyping }}
              />
            ))}
          </div>
        </div>
      </Panel>
      <Panel title="Our advice">
        <div className={classes.advice}>
          <TypedText
            label="What we advise, and why"
            description="The buyer reads this"
            isLong
            maxLength={longText}
            value={comparison.advice}
            onWrite={writeAdvice}
            onTyping={onTyping}
            merge={mergeTyping}
          />
          <TypedText
            label="Who pays us for this advice"
            description="The buyer reads this too"
            isLong
            placeholder="For example: you, by the hour; a vendor if you choose it"
            maxLength={400}
            value={comparison.paidBy}
            onWrite={actions.setPaidBy}
            onTyping={onTyping}
          />
        </div>
      </Panel>
    </>
  )
}

interface LimitsOfOptionProps {
  readonly option: Option
  readonly better: readonly string[]
  readonly leader: string | null
  readonly actions: DecideActions
  readonly onTyping: () => () => void
}

function LimitsOfOption({ option, better, leader, actions, onTyping }: LimitsOfOptionProps) {
  const write = (text: string): void => {
    const splice = spliceBetween(option.limits, text)
    if (splice) actions.writeLimits(option.id, splice)
  }
  return (
    <div className={classes.limit}>
      <p className={classes.limitName}>
        {option.name} <span className={classes.kind}>{optionKindWords[option.kind]}</span>
      </p>
      <p className={classes.better}>{better.length > 0 ? `Better than ${leader ?? 'the first'}: ${formatList(better)}` : option.name === leader ? 'Comes out first' : 'Better at nothing that is known'}</p>
      <TypedText
        label={`Limits of ${option.name}, and who should not choose it`}
        hideLabel
        placeholder="Its limits, and who should not choose it"
        isLong
        maxLength={longText}
        value={option.limits}
        onWrite={write}
        onTyping={onTyping}
        merge={mergeTyping}
      />
    </div>
  )
}
