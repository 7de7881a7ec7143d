import { Button, TextInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { Meeting, Person } from '#shared/domain/account/Account'
import { formatDay } from '#shared/text/formatDate'
import type { ReadBackWords } from '#shared/text/path/sayReadBack'
import { Panel } from '../../../ui/Panel'
import classes from './Agree.module.css'

interface ReadBackPanelProps {
  readonly words: ReadBackWords
  /** The one that was ticked last. */
  readonly ticked: Meeting | null
  readonly people: readonly Person[]
  readonly today: string
  readonly onTick: (name: string, on: string) => void
}

/** Read aloud, then ticked by the buyer with name and day. What was ticked stays as it was ticked. */
export function ReadBackPanel({ words, ticked, people, today, onTick }: ReadBackPanelProps) {
  const isSame = ticked !== null && (['decided', 'open', 'next'] as const).every((part) => ticked[part] === words[part].join('\n'))
  const person = people.find(({ id }) => id === ticked?.confirmedBy)
  return (
    <Panel title="Read back">
      <div className={classes.fields}>
        <Part title="Decided" lines={words.decided} none="Nothing is decided." />
        <Part title="Open" lines={words.open} none="Nothing is open." />
        <Part title="Next" lines={words.next} none="Nobody has promised anything." />
        {ticked && (
          <div>
            <p className={classes.ok}>
              <IconCheck size={15} aria-hidden />
              Ticked by {person?.name.trim() || 'the buyer'} on {formatDay(ticked.confirmedOn ?? '')}
            </p>
            {!isSame && <WhatWasTicked ticked={ticked} />}
          </div>
        )}
        {!isSame && <TickForm {...{ people, today, onTick }} />}
      </div>
    </Panel>
  )
}

function TickForm({ people, today, onTick }: Pick<ReadBackPanelProps, 'people' | 'today' | 'onTick'>) {
  const names = useId()
  const [name, setName] = useState('')
  const [on, setOn] = useState(today)
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <form
      className={classes.tick}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() === '') return setProblem('Who says so? Their name stands under it.')
        onTick(name.trim(), on || today)
      }}
    >
      <TextInput
        label="Name of the buyer who agrees"
        className={classes.name}
        maxLength={80}
        list={names}
        value={name}
        error={problem}
        onChange={(event) => {
          setName(event.currentTarget.value)
          setProblem(null)
        }}
      />
      <datalist id={names}>
        {people.map((person) => (
          <option key={person.id} value={person.name} />
        ))}
      </datalist>
      <TextInput type="date" label="On" max={today} value={on} onChange={(event) => setOn(event.currentTarget.value)} />
      <Button type="submit" leftSection={<IconCheck size={15} />}>
        Yes, that is it
      </Button>
    </form>
  )
}

/** What was ticked stays readable when the account has moved on. */
function WhatWasTicked({ ticked }: { readonly ticked: Meeting }) {
  return (
    <details className={classes.former}>
      <summary>It reads differently now. What was ticked</summary>
      {(['decided', 'open', 'next'] as const).map((part) => ticked[part].trim() !== '' && <p key={part}>{ticked[part]}</p>)}
    </details>
  )
}

function Part({ title, lines, none }: { readonly title: string; readonly lines: readonly string[]; readonly none: string }) {
  return (
    <section>
      <h3 className={classes.part}>{title}</h3>
      {lines.length === 0 ? (
        <p className={classes.none}>{none}</p>
      ) : (
        <ul className={classes.lines}>
          {lines.map((line, index) => (
            <li key={`${index} ${line}`}>{line}</li>
          ))}
        </ul>
      )}
    </section>
  )
}
