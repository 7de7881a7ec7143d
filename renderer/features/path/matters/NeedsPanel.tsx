import { NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { Criterion, Need, Person } from '#shared/domain/account/Account'
import { needsWanted } from '#shared/domain/path/pathState'
import { EmptyState } from '../../../ui/EmptyState'
import { Panel } from '../../../ui/Panel'
import { QuickAdd } from '../../../ui/QuickAdd'
import type { EntityActions } from '../../../model/actions/entityActions'
import { NeedRow } from './NeedRow'

interface NeedsPanelProps {
  readonly needs: readonly Need[]
  readonly people: readonly Person[]
  /** Null where nothing is compared yet. */
  readonly criteria: readonly Criterion[] | null
  readonly today: string
  readonly actions: EntityActions
  readonly onMove: (place: number, by: -1 | 1) => void
  readonly onEdit: (needId: string) => void
  readonly onLink: (criterion: Criterion, needId: string | null) => void
  readonly onNewCriterion: (needId: string) => void
}

/** What the buyer needs, word for word, the most important first. */
export function NeedsPanel({ needs, people, criteria, today, actions, onMove, onEdit, onLink, onNewCriterion }: NeedsPanelProps) {
  const [saidBy, setSaidBy] = useState('')
  return (
    <Panel title="What it must do for you" count={needs.length}>
      <QuickAdd
        label="What must it do for you?"
        placeholder="Word for word, as they said it"
        button="Add need"
        maxLength={1000}
        onAdd={(quote) => actions.add('needs', { quote, saidBy: saidBy || null, saidOn: today }, 'new need') !== null}
      >
        {people.length > 0 && (
          <NativeSelect
            label="Said by"
            data={[{ value: '', label: 'Nobody named' }, ...people.map(({ id, name }) => ({ value: id, label: name.trim() || 'Person without a name' }))]}
            value={saidBy}
            onChange={(event) => setSaidBy(event.currentTarget.value)}
          />
        )}
      </QuickAdd>
      {needs.length === 0 && (
        <EmptyState
          text={`Ask, and write the answer down word for word. ${needsWanted.least} to ${needsWanted.most} needs are enough: they become the questions every option has to answer.`}
        />
      )}
      <ol hidden={needs.length === 0} aria-label="Needs, the most important first">
        {needs.map((need, place) => (
          <NeedRow
            key={need.id}
            {...{ need, place, people, criteria }}
            count={needs.length}
            onMove={(by) => onMove(place, by)}
            onConfirm={(isConfirmed) =>
              actions.change(`needs/${need.id}`, { confirmedOn: isConfirmed ? today : null }, isConfirmed ? 'confirmed need' : 'need no longer confirmed')
            }
            onEdit={() => onEdit(need.id)}
            onRemove={() => actions.remove(`needs/${need.id}`, 'the need')}
            onLink={onLink}
            onNewCriterion={() => onNewCriterion(need.id)}
          />
        ))}
      </ol>
    </Panel>
  )
}
