import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import { fixedOptionNames } from '#shared/text/brief/fixedOptionNames'
import { formatList } from '#shared/text/format'
import form from '../../../ui/Form.module.css'
import { Panel } from '../../../ui/Panel'
import classes from './FirstQuestion.module.css'

export interface NewQuestion {
  readonly question: string
  readonly title: string
  readonly currency: string
}

interface FirstQuestionProps {
  readonly currency: string
  /** True where this is the main thing to do on the screen. */
  readonly isMain: boolean
  readonly onAsk: (question: NewQuestion) => void
}

/** Before anything can be compared somebody has to say what is to be decided. */
export function FirstQuestion({ currency, isMain, onAsk }: FirstQuestionProps) {
  const [draft, setDraft] = useState<NewQuestion>({ question: '', title: '', currency: currency || 'EUR' })
  const [problems, setProblems] = useState<{ readonly question?: string; readonly title?: string }>({})
  const change = (part: Partial<NewQuestion>): void => {
    setDraft((before) => ({ ...before, ...part }))
    setProblems({})
  }
  const submit = (): void => {
    const question = draft.question.trim()
    const title = draft.title.trim()
    if (question === '' || title === '')
      return setProblems({
        ...(question === '' && { question: 'Write it as the buyer would ask it.' }),
        ...(title === '' && { title: 'Give it a short name, for example “Warehouse system 2027”.' }),
      })
    onAsk({ question, title, currency: draft.currency.trim().toUpperCase() })
  }
  return (
    <Panel title="What do you want to decide?">
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <TextInput
          label="Question"
          description="In the buyer's words, as one sentence"
          maxLength={400}
          value={draft.question}
          error={problems.question}
          onChange={(event) => change({ question: event.currentTarget.value })}
        />
        <div className={classes.pair}>
          <TextInput
            label="Title"
            description="A short name for lists"
            maxLength={120}
            value={draft.title}
            error={problems.title}
            onChange={(event) => change({ title: event.currentTarget.value })}
          />
          <TextInput
            label="Currency"
            description="Three letters"
            maxLength={3}
            value={draft.currency}
            onChange={(event) => change({ currency: event.currentTarget.value })}
          />
        </div>
        <p className={form.lead}>
          {formatList(Object.values(fixedOptionNames).map((name) => `“${name}”`))} are in from the start. You can set them aside with a reason.
        </p>
        <div>
          <Button type="submit" variant={isMain ? 'filled' : 'default'}>
            Start the comparison
          </Button>
        </div>
      </form>
    </Panel>
  )
}
