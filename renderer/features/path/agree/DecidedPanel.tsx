import { NativeSelect, TextInput } from '@mantine/core'
import { useMemo } from 'react'
import type { Account, Comparison } from '#shared/domain/account/Account'
import { analyseComparison } from '#shared/domain/comparison/analyseComparison'
import { inOrder } from '#shared/domain/schema/order'
import { sayAnswer } from '#shared/text/decision/sayAnswer'
import { describeAnswer } from '#shared/domain/decision/sentences/describeAnswer'
import { Panel } from '../../../ui/Panel'
import { TypedText } from '../../../ui/TypedText'
import classes from './Agree.module.css'

interface DecidedPanelProps {
  readonly account: Account
  readonly comparison: Comparison
  readonly today: string
  readonly onChoose: (fields: { readonly chosenOption: string | null; readonly chosenOn: string | null; readonly chosenWhy?: string }) => void
  readonly onWhy: (why: string) => void
  readonly onTyping: () => () => void
}

const longestWhy = 400

/** The buyer chooses; what came out is there to read, and is not chosen for anybody. */
export function DecidedPanel({ account, comparison, today, onChoose, onWhy, onTyping }: DecidedPanelProps) {
  const { evaluation, options } = useMemo(() => analyseComparison({ comparison, evidence: account.evidence }, today), [comparison, account.evidence, today])
  const answer = sayAnswer(describeAnswer(evaluation, null))
  const leader = evaluation.leader === null ? undefined : options[evaluation.leader]
  const choose = (optionId: string): void => {
    // The engine's sentence is a reason only for what it is about, and only until somebody writes their own.
    const isOwn = comparison.chosenWhy !== '' && comparison.chosenWhy !== answer
    const why = optionId === leader?.id ? answer.slice(0, longestWhy) : ''
    onChoose({
      chosenOption: optionId || null,
      chosenOn: optionId === '' ? null : (comparison.chosenOn ?? today),
      ...(!isOwn && why !== comparison.chosenWhy && { chosenWhy: why }),
    })
  }
  return (
    <Panel title="What is decided">
      <div className={classes.fields}>
        <p className={classes.answer}>{answer}</p>
        <div className={classes.pair}>
          <NativeSelect
            label="What do you choose?"
            description="It need not be what comes out first"
            data={[
              { value: '', label: 'Not chosen yet' },
              ...inOrder(comparison.options)
                .filter(({ kind }) => kind !== 'newcomer')
                .map(({ id, name, setAsideOn }) => ({ value: id, label: setAsideOn === null ? name : `${name} (set aside)` })),
            ]}
            value={comparison.chosenOption ?? ''}
            onChange={(event) => choose(event.currentTarget.value)}
          />
          {comparison.chosenOption !== null && (
            <TextInput
              type="date"
              label="Chosen on"
              max={today}
              value={comparison.chosenOn ?? ''}
              onChange={(event) => onChoose({ chosenOption: comparison.chosenOption, chosenOn: event.currentTarget.value || null })}
            />
          )}
        </div>
        {comparison.chosenOption !== null && (
          <TypedText label="Why, in your words" isLong maxLength={longestWhy} value={comparison.chosenWhy} onWrite={onWhy} onTyping={onTyping} />
        )}
      </div>
    </Panel>
  )
}
