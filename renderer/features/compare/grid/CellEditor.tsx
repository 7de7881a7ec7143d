import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { inOrder } from '#shared/domain/schema/order'
import type { ShownValue } from '#shared/domain/comparison/cellDisplay'
import type { CriterionFacts } from '#shared/domain/comparison/ComparisonFacts'
import { typedValue } from './cellWords'
import type { AfterEdit, CellChange } from './GridMode'
import { parseCell } from './parseCell'
import classes from './CellEditor.module.css'

interface CellEditorProps {
  readonly label: string
  readonly criterion: CriterionFacts
  readonly value: ShownValue
  /** A character typed on the cell, which the new text begins with. */
  readonly startWith: string | null
  readonly onCommit: (change: CellChange, move: AfterEdit) => void
  readonly onCancel: () => void
}

/** The place to type in while a cell is edited. What cannot be read stays, with a sentence that says what would do. */
export function CellEditor(props: CellEditorProps) {
  return props.criterion.scale === 'number' ? <NumberEditor {...props} /> : <ChoiceEditor {...props} />
}

function NumberEditor({ label, criterion, value, startWith, onCommit, onCancel }: CellEditorProps) {
  const [opened] = useState(typedValue(value))
  const [text, setText] = useState(startWith ?? opened)
  const [problem, setProblem] = useState<string | null>(null)
  const isOver = useRef(false)
  const commit = (move: AfterEdit): void => {
    if (isOver.current) return
    const read = parseCell(text, criterion.unit)
    if (!read.ok) return setProblem(read.error)
    isOver.current = true
    onCommit(text === opened ? null : { value: read.value }, move)
  }
  useCommitWhenPageGoes(() => commit('none'))
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') commit('stay')
    else if (event.key === 'Escape') {
      isOver.current = true
      onCancel()
    } else if (event.key === 'Tab') {
      event.preventDefault()
      commit(event.shiftKey ? 'left' : 'right')
    }
    event.stopPropagation()
  }
  return (
    <div className={classes.editor}>
      <input
        autoFocus
        className={classes.input}
        aria-label={label}
        aria-invalid={problem !== null}
        placeholder="? not known"
        value={text}
        onFocus={(event) => startWith === null && event.currentTarget.select()}
        onChange={(event) => {
          setText(event.currentTarget.value)
          setProblem(null)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => commit('none')}
      />
      {criterion.unit.trim() !== '' && <span className={classes.unit}>{criterion.unit}</span>}
      {problem !== null && (
        <p role="alert" className={classes.problem}>
          {problem}
        </p>
      )}
    </div>
  )
}

/** What is typed when the window closes, or is handed to the buyer, counts as typed. */
function useCommitWhenPageGoes(commit: () => void): void {
  const latest = useRef(commit)
  useEffect(() => {
    latest.current = commit
  })
  useEffect(() => {
    const onPageHide = (): void => latest.current()
    window.addEventListener('pagehide', onPageHide)
    return () => window.removeEventListener('pagehide', onPageHide)
  }, [])
}

const notKnown = ''

function ChoiceEditor({ label, criterion, value, onCommit, onCancel }: CellEditorProps) {
  const choices = criterion.scale === 'yesNo' ? yesNo : inOrder(criterion.categories).map(({ id, label: words }) => ({ id, words }))
  const present = value.kind === 'yesNo' ? (value.isYes ? 'yes' : 'no') : value.kind === 'category' ? value.id : notKnown
  const [opened] = useState(present)
  const [chosen, setChosen] = useState(opened)
  const isOver = useRef(false)
  const commit = (move: AfterEdit): void => {
    if (isOver.current) return
    isOver.current = true
    const value = chosen === notKnown ? null : criterion.scale === 'yesNo' ? chosen === 'yes' : chosen
    onCommit(chosen === opened ? null : { value }, move)
  }
  useCommitWhenPageGoes(() => commit('none'))
  return (
    <select
      autoFocus
      className={classes.input}
      aria-label={label}
      value={chosen}
      onChange={(event) => setChosen(event.currentTarget.value)}
      onBlur={() => commit('none')}
      onKeyDown={(event) => {
        event.stopPropagation()
        if (event.key === 'Enter') {
          event.preventDefault()
          commit('stay')
        } else if (event.key === 'Escape') {
          isOver.current = true
          onCancel()
        } else if (event.key === 'Tab') {
          event.preventDefault()
          commit(event.shiftKey ? 'left' : 'right')
        }
      }}
    >
      <option value={notKnown}>? Not known</option>
      {choices.map(({ id, words }) => (
        <option key={id} value={id}>
          {words}
        </option>
      ))}
    </select>
  )
}

const yesNo = [
  { id: 'yes', words: 'Yes' },
  { id: 'no', words: 'No' },
]
