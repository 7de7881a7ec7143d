import { ActionIcon, Button } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Person, Question } from '#shared/domain/account/Account'
import { questionState } from '#shared/domain/path/promised'
import { sayOwner } from '#shared/text/path/promisedWords'
import { EmptyState } from '../EmptyState'
import list from '../List.module.css'
import { Panel } from '../Panel'
import { QuickAdd } from '../QuickAdd'
import { PromisedStateWords } from './PromisedStateWords'
import { QuestionDialog, type QuestionFields } from './QuestionDialog'

interface QuestionsPanelProps {
  readonly questions: readonly Question[]
  readonly people: readonly Person[]
  readonly today: string
  /** The cell a question is about, in words; null for none. */
  readonly about: (question: Question) => string | null
  readonly onAdd: (text: string) => boolean
  readonly onChange: (question: Question, opened: QuestionFields, saved: QuestionFields) => void
  readonly onRemove: (question: Question) => void
}

/** What nobody knows yet, on either side, and what became of it. */
export function QuestionsPanel({ questions, people, today, about, onAdd, onChange, onRemove }: QuestionsPanelProps) {
  const [edited, setEdited] = useState<string | null>(null)
  const question = questions.find(({ id }) => id === edited)
  return (
    <Panel title="Questions" count={questions.filter(({ state }) => state === 'open').length}>
      <QuickAdd label="What does nobody know yet?" button="Add question" maxLength={1000} onAdd={onAdd} />
      {questions.length === 0 && <EmptyState text="“I don't know” is a good answer. Write it down with who finds it out." />}
      <ul hidden={questions.length === 0} aria-label="Questions">
        {questions.map((item) => {
          const subject = about(item)
          return (
            <li key={item.id} className={list.item}>
              <div className={list.texts}>
                <p className={list.words}>{item.text}</p>
                {item.answer.trim() !== '' && <p className={list.more}>{item.answer}</p>}
                <p className={list.meta}>
                  <PromisedStateWords state={questionState(item, today)} today={today} />
                  <span>{sayOwner(item.ownerSide, item.owner)}</span>
                  {subject !== null && <span>about {subject}</span>}
                </p>
              </div>
              <div className={list.actions}>
                {item.state === 'open' && (
                  <Button size="compact-sm" aria-label={`Answer: ${item.text}`} onClick={() => setEdited(item.id)}>
                    Answer
                  </Button>
                )}
                {item.state !== 'open' && (
                  <ActionIcon aria-label={`Edit question: ${item.text}`} onClick={() => setEdited(item.id)}>
                    <IconPencil size={15} />
                  </ActionIcon>
                )}
                <ActionIcon aria-label={`Remove question: ${item.text}`} onClick={() => onRemove(item)}>
                  <IconTrash size={15} />
                </ActionIcon>
              </div>
            </li>
          )
        })}
      </ul>
      {question && (
        <QuestionDialog
          question={question}
          about={about(question)}
          people={people}
          today={today}
          onSave={(opened, saved) => onChange(question, opened, saved)}
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  )
}
