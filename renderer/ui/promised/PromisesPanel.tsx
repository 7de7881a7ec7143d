import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Person, PromiseMade } from '#shared/domain/account/Account'
import { promiseState } from '#shared/domain/path/promised'
import { sayOwner } from '#shared/text/path/promisedWords'
import { EmptyState } from '../EmptyState'
import list from '../List.module.css'
import { Panel } from '../Panel'
import { QuickAdd } from '../QuickAdd'
import { PromiseDialog, type PromiseFields } from './PromiseDialog'
import { PromisedStateWords } from './PromisedStateWords'

interface PromisesPanelProps {
  readonly promises: readonly PromiseMade[]
  readonly people: readonly Person[]
  readonly today: string
  readonly onAdd: (text: string, side: PromiseMade['side']) => boolean
  readonly onChange: (promise: PromiseMade, opened: PromiseFields, saved: PromiseFields) => void
  readonly onClosed: (promise: PromiseMade, state: 'kept' | 'broken') => void
  readonly onRemove: (promise: PromiseMade) => void
}

/** Who promised what, in both directions, and whether it was kept. */
export function PromisesPanel({ promises, people, today, onAdd, onChange, onClosed, onRemove }: PromisesPanelProps) {
  const [side, setSide] = useState<PromiseMade['side']>('ours')
  const [edited, setEdited] = useState<string | null>(null)
  const promise = promises.find(({ id }) => id === edited)
  return (
    <Panel title="Promises" count={promises.filter(({ state }) => state === 'open').length}>
      <QuickAdd label="What was promised?" button="Add promise" maxLength={1000} onAdd={(text) => onAdd(text, side)}>
        <NativeSelect
          label="By"
          data={[
            { value: 'ours', label: 'Us' },
            { value: 'theirs', label: 'The buyer' },
          ]}
          value={side}
          onChange={(event) => setSide(event.currentTarget.value === 'theirs' ? 'theirs' : 'ours')}
        />
      </QuickAdd>
      {promises.length === 0 && <EmptyState text="What did we promise them, and what did they promise us? Both sides see the same list." />}
      <ul hidden={promises.length === 0} aria-label="Promises">
        {promises.map((item) => (
          <li key={item.id} className={list.item}>
            <div className={list.texts}>
              <p className={list.words}>{item.text}</p>
              <p className={list.meta}>
                <PromisedStateWords state={promiseState(item, today)} today={today} />
                <span>{sayOwner(item.side, item.who)}</span>
              </p>
            </div>
            <div className={list.actions}>
              {item.state === 'open' && (
                <>
                  <Button size="compact-sm" aria-label={`Kept: ${item.text}`} onClick={() => onClosed(item, 'kept')}>
                    Kept
                  </Button>
                  <Button size="compact-sm" aria-label={`Broken: ${item.text}`} onClick={() => onClosed(item, 'broken')}>
                    Broken
                  </Button>
                </>
              )}
              <ActionIcon aria-label={`Edit promise: ${item.text}`} onClick={() => setEdited(item.id)}>
                <IconPencil size={15} />
              </ActionIcon>
              <ActionIcon aria-label={`Remove promise: ${item.text}`} onClick={() => onRemove(item)}>
                <IconTrash size={15} />
              </ActionIcon>
            </div>
          </li>
        ))}
      </ul>
      {promise && (
        <PromiseDialog
          promise={promise}
          people={people.map(({ name }) => name).filter((name) => name.trim() !== '')}
          today={today}
          onSave={(opened, saved) => onChange(promise, opened, saved)}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  )
}
