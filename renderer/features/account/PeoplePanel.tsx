import { ActionIcon, Button } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import type { Person } from '#shared/domain/account/Account'
import { EmptyState } from '../../ui/EmptyState'
import { Panel } from '../../ui/Panel'
import { buyingRoleWords } from '../../ui/words'
import list from '../../ui/List.module.css'
import classes from './List.module.css'

interface PeoplePanelProps {
  readonly people: readonly Person[]
  readonly onAdd: () => void
  readonly onEdit: (id: string) => void
  readonly onRemove: (person: Person) => void
}

export function PeoplePanel({ people, onAdd, onEdit, onRemove }: PeoplePanelProps) {
  return (
    <Panel
      title="People"
      count={people.length}
      actions={
        <Button leftSection={<IconPlus size={15} />} onClick={onAdd}>
          Add person
        </Button>
      }
    >
      {people.length === 0 ? (
        <EmptyState text="Who decides, who advises, who will use it? One line for each." />
      ) : (
        <ul>
          {people.map((person) => (
            <li key={person.id} className={list.item}>
              <div className={list.texts}>
                <p className={list.strong}>{person.name.trim() || 'Person without a name'}</p>
                <p className={list.meta}>
                  {person.title}
                  <span className={classes.role}>{buyingRoleWords[person.buyingRole]}</span>
                  {person.mail.trim() !== '' && <span className={classes.role}>{person.mail}</span>}
                  {person.phone.trim() !== '' && <span className={classes.role}>{person.phone}</span>}
                </p>
                {person.needsToKnow.trim() !== '' && <p className={classes.internal}>Needs to know: {person.needsToKnow}</p>}
              </div>
              <ActionIcon aria-label={`Edit ${person.name}`} onClick={() => onEdit(person.id)}>
                <IconPencil size={15} />
              </ActionIcon>
              <ActionIcon aria-label={`Remove ${person.name}`} onClick={() => onRemove(person)}>
                <IconTrash size={15} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
