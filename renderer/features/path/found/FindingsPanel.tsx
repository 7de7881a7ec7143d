import { ActionIcon, NativeSelect } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Finding, Person } from '#shared/domain/account/Account'
import { formatDay } from '#shared/text/formatDate'
import { changedFields } from '../../../model/changedFields'
import type { EntityActions } from '../../../model/actions/entityActions'
import { EmptyState } from '../../../ui/EmptyState'
import list from '../../../ui/List.module.css'
import { Panel } from '../../../ui/Panel'
import { QuickAdd } from '../../../ui/QuickAdd'
import { choicesOf, findingKindWords, ourViewWords } from '../../../ui/words'
import { FindingDialog } from './FindingDialog'

interface FindingsPanelProps {
  readonly findings: readonly Finding[]
  readonly people: readonly Person[]
  readonly today: string
  readonly actions: EntityActions
}

const views = choicesOf(ourViewWords)

/** What the buyer read or heard, told by the buyer, with what we think of it. */
export function FindingsPanel({ findings, people, today, actions }: FindingsPanelProps) {
  const [edited, setEdited] = useState<string | null>(null)
  const finding = findings.find(({ id }) => id === edited)
  return (
    <Panel title="What you have found" count={findings.length}>
      <QuickAdd
        label="What did you read or hear?"
        placeholder="One claim, in the buyer's words"
        button="Add finding"
        maxLength={1000}
        onAdd={(claim) => actions.add('findings', { claim, kind: 'other' }, 'new finding') !== null}
      />
      {findings.length === 0 && (
        <EmptyState text="Before we say anything: what have you already found, who said it, and what do you make of it? One line for each." />
      )}
      <ul hidden={findings.length === 0} aria-label="What you have found">
        {findings.map((item) => (
          <li key={item.id} className={list.item}>
            <div className={list.texts}>
              <p className={list.words}>{item.claim}</p>
              <p className={list.meta}>{sourceWords(item, people)}</p>
              {item.ourReason.trim() !== '' && <p className={list.more}>{item.ourReason}</p>}
            </div>
            <div className={list.actions}>
              <NativeSelect
                aria-label={`Our view of: ${item.claim}`}
                size="xs"
                data={[...views]}
                value={item.ourView}
                onChange={(event) => actions.change(`findings/${item.id}`, { ourView: event.currentTarget.value }, 'our view')}
              />
              <ActionIcon aria-label={`Edit finding: ${item.claim}`} onClick={() => setEdited(item.id)}>
                <IconPencil size={15} />
              </ActionIcon>
              <ActionIcon aria-label={`Remove finding: ${item.claim}`} onClick={() => actions.remove(`findings/${item.id}`, 'the finding')}>
                <IconTrash size={15} />
              </ActionIcon>
            </div>
          </li>
        ))}
      </ul>
      {finding && (
        <FindingDialog
          finding={finding}
          people={people}
          today={today}
          onSave={(opened, saved) => actions.change(`findings/${finding.id}`, changedFields(opened, saved), 'finding')}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  )
}

function sourceWords(finding: Finding, people: readonly Person[]): string {
  const reader = people.find(({ id }) => id === finding.readBy)?.name.trim() ?? ''
  const known = [
    finding.kind === 'other' ? '' : findingKindWords[finding.kind],
    finding.sourceTitle.trim(),
    finding.sourceAddress.trim(),
    reader === '' ? '' : `told by ${reader}`,
    finding.readOn === null ? '' : formatDay(finding.readOn),
  ]
  return known.filter((part) => part !== '').join(' · ')
}
