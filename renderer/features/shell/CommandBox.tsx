import { Modal } from '@mantine/core'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import type { Found } from '#shared/ipc/contract'
import { formatCount } from '#shared/text/format'
import type { CommandSet } from '../../model/createCommandsStore'
import { Announcement } from '../../ui/Announcement'
import { useReturnFocus } from '../../ui/useReturnFocus'
import { CommandBoxLine } from './CommandBoxLine'
import { commandLines, type CommandLine, type CurrentAccount, type SearchAnswer } from './commandLines'
import classes from './CommandBox.module.css'

interface CommandBoxProps {
  readonly sets: readonly CommandSet[]
  readonly query: string
  readonly onQuery: (query: string) => void
  /** Null before anything was searched for. */
  readonly answer: SearchAnswer | null
  readonly current: CurrentAccount | null
  readonly onFound: (found: Found) => void
  readonly onClose: () => void
}

/** One box for finding something, going somewhere and doing something. */
export function CommandBox({ sets, query, onQuery, answer, current, onFound, onClose }: CommandBoxProps) {
  useReturnFocus()
  const list = useRef<HTMLDivElement>(null)
  /** Holds for what it was picked among: other words bring other lines. */
  const [picked, setPicked] = useState<{ readonly query: string; readonly id: string } | null>(null)
  const sections = commandLines({ sets, query, answer, current })
  const lines = sections.flatMap((section) => section.lines)
  const active = Math.max(0, picked?.query === query ? lines.findIndex(({ id }) => id === picked.id) : 0)
  const activeLine = lines[active]
  const isSearching = query.trim() !== '' && (answer?.text !== query.trim() || !answer.isComplete)

  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' })
  }, [activeLine?.id])

  const choose = (line: CommandLine): void => {
    if (line.kind === 'command' && line.entry.kind === 'needsNumber') return onQuery(`${line.entry.title} `)
    onClose()
    // The box gives the focus back first; what runs may move it on.
    setTimeout(() => (line.kind === 'command' ? line.entry.run() : onFound(line.found)))
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      event.preventDefault()
      if (activeLine) choose(activeLine)
      return
    }
    const by = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }[event.key]
    if (by === undefined || lines.length === 0) return
    event.preventDefault()
    const goal = Math.abs(by) === 1 ? (active + by + lines.length) % lines.length : Math.min(lines.length - 1, Math.max(0, active + by))
    const line = lines[goal]
    if (line) setPicked({ query, id: line.id })
  }
  return (
    <Modal.Root opened onClose={onClose} size={640} yOffset={72} transitionProps={{ duration: 120 }} classNames={{ content: classes.content }}>
      <Modal.Overlay backgroundOpacity={1} color="var(--scrim)" />
      <Modal.Content aria-label="Command box">
        <input
          className={classes.input}
          type="text"
          role="combobox"
          aria-label="Command box"
          aria-autocomplete="list"
          aria-expanded={lines.length > 0}
          aria-controls={listId}
          aria-activedescendant={activeLine && `${listId}-${active}`}
          autoComplete="off"
          spellCheck={false}
          maxLength={longestQuery}
          placeholder="Search or run a command"
          value={query}
          onChange={(event) => onQuery(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          data-autofocus
        />
        <div className={classes.list} role="listbox" aria-label="What was found" id={listId} ref={list} hidden={lines.length === 0}>
          {sections.map(({ title, lines: own }) => (
            <div key={title} role="group" aria-label={title} className={classes.group}>
              <div className={classes.heading} aria-hidden>
                {title}
              </div>
              {own.map((line) => {
                const place = lines.indexOf(line)
                return (
                  <CommandBoxLine
                    key={line.id}
                    line={line}
                    id={`${listId}-${place}`}
                    isActive={place === active}
                    hasAccountName={line.kind === 'found' && line.found.accountId !== current?.accountId}
                    onPick={() => setPicked({ query, id: line.id })}
                    onChoose={() => choose(line)}
                  />
                )
              })}
            </div>
          ))}
        </div>
        {answer !== null && answer.problem !== null && <p className={classes.empty}>{answer.problem}</p>}
        {lines.length === 0 && (
          <p className={classes.empty}>{isSearching ? 'Searching…' : `No command and nothing in your accounts is called “${query.trim()}”. Try fewer or other words.`}</p>
        )}
        {lines.length > 0 && answer?.isComplete === false && <p className={classes.hint}>Still reading the accounts. More may come.</p>}
        {query.trim() === '' && <p className={classes.hint}>Finds accounts, people, needs, findings and evidence too. Works offline, and forgives a typing mistake.</p>}
        <Announcement words={isSearching ? '' : lines.length === 0 ? 'Nothing found' : formatCount(lines.length, 'line')} />
      </Modal.Content>
    </Modal.Root>
  )
}

const listId = 'command-box-lines'
/** As far as PageDown goes. */
const page = 8
const longestQuery = 200
