import { Modal } from '@mantine/core'
import { Command } from 'cmdk'
import { useState } from 'react'
import type { CommandSet } from '../../model/createCommandsStore'
import { Keys } from '../../ui/Keys'
import { useReturnFocus } from '../../ui/useReturnFocus'
import { commandEntries, type CommandEntry } from './commandEntries'
import classes from './CommandBox.module.css'

interface CommandBoxProps {
  readonly sets: readonly CommandSet[]
  readonly onClose: () => void
}

/** One box for going somewhere and doing something, by words in any order. */
export function CommandBox({ sets, onClose }: CommandBoxProps) {
  useReturnFocus()
  const [query, setQuery] = useState('')
  const entries = commandEntries(sets, query)
  const sections = [...new Set(entries.map((entry) => entry.section))]
  const choose = (entry: CommandEntry): void => {
    if (entry.kind === 'needsNumber') return setQuery(`${entry.title} `)
    onClose()
    // The box gives the focus back first; what runs may move it on.
    setTimeout(entry.run)
  }
  return (
    <Modal.Root opened onClose={onClose} size={560} yOffset={72} transitionProps={{ duration: 120 }} classNames={{ content: classes.content }}>
      <Modal.Overlay backgroundOpacity={1} color="var(--scrim)" />
      <Modal.Content aria-label="Command box">
        <Command loop label="Command box">
          <Command.Input className={classes.input} placeholder="Search or run a command" value={query} onValueChange={setQuery} data-autofocus />
          <Command.List className={classes.list}>
            <Command.Empty className={classes.empty}>
              {/* A list of choices may not be without one. */}
              <div role="option" aria-disabled aria-selected={false}>
                Nothing here is called that.
              </div>
            </Command.Empty>
            {sections.map((section) => (
              <Command.Group key={section} heading={section} className={classes.group}>
                {entries
                  .filter((entry) => entry.section === section)
                  .map((entry) => (
                    <Command.Item
                      key={entry.id}
                      value={`${entry.title} ${entry.id}`}
                      keywords={[...entry.words]}
                      className={classes.item}
                      onSelect={() => choose(entry)}
                    >
                      <span className={classes.title}>
                        {entry.title}
                        {entry.kind === 'needsNumber' && ' …'}
                      </span>
                      {entry.keys && <Keys>{entry.keys}</Keys>}
                    </Command.Item>
                  ))}
              </Command.Group>
            ))}
          </Command.List>
        </Command>
      </Modal.Content>
    </Modal.Root>
  )
}
