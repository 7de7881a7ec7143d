import { ActionIcon, Button, Checkbox, CloseButton, Menu } from '@mantine/core'
import { IconChevronDown, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import type { Criterion, Need, Person } from '#shared/domain/account/Account'
import { formatDay } from '#shared/text/formatDate'
import list from '../../../ui/List.module.css'
import { MoveButtons } from '../../../ui/MoveButtons'
import classes from './Matters.module.css'
import { needWords } from './needWords'

interface NeedRowProps {
  readonly need: Need
  readonly place: number
  readonly count: number
  readonly people: readonly Person[]
  readonly criteria: readonly Criterion[] | null
  readonly onMove: (by: -1 | 1) => void
  readonly onConfirm: (isConfirmed: boolean) => void
  readonly onEdit: () => void
  readonly onRemove: () => void
  readonly onLink: (criterion: Criterion, needId: string | null) => void
  readonly onNewCriterion: () => void
}

/** One need: what they said, whether that is it, and what it asks of the options. */
export function NeedRow({ need, place, count, people, criteria, onMove, onConfirm, onEdit, onRemove, onLink, onNewCriterion }: NeedRowProps) {
  const words = needWords(need)
  const speaker = people.find(({ id }) => id === need.saidBy)?.name.trim() ?? ''
  return (
    <li className={list.item}>
      <span className={classes.place} aria-hidden>
        {place + 1}
      </span>
      <div className={list.texts}>
        <p className={list.words}>{need.quote.trim() === '' ? words : `“${words}”`}</p>
        {need.quote.trim() !== '' && need.paraphrase.trim() !== '' && <p className={list.more}>{need.paraphrase}</p>}
        <p className={list.meta}>
          {speaker !== '' && <span>{speaker}</span>}
          {need.saidOn !== null && <span>{formatDay(need.saidOn)}</span>}
        </p>
        <div className={classes.lower}>
          <Checkbox
            size="xs"
            label={need.confirmedOn === null ? 'Yes, that is it' : `Yes, that is it (${formatDay(need.confirmedOn)})`}
            aria-label={`Yes, that is it: ${words}`}
            checked={need.confirmedOn !== null}
            onChange={(event) => onConfirm(event.currentTarget.checked)}
          />
          {criteria && <AskedOfOptions {...{ need, words, criteria, onLink, onNewCriterion }} />}
        </div>
      </div>
      <div className={list.actions}>
        <MoveButtons name={words} place={place} count={count} onMove={onMove} />
        <ActionIcon aria-label={`Edit need: ${words}`} onClick={onEdit}>
          <IconPencil size={15} />
        </ActionIcon>
        <ActionIcon aria-label={`Remove need: ${words}`} onClick={onRemove}>
          <IconTrash size={15} />
        </ActionIcon>
      </div>
    </li>
  )
}

interface AskedOfOptionsProps extends Pick<NeedRowProps, 'need' | 'onLink' | 'onNewCriterion'> {
  readonly words: string
  readonly criteria: readonly Criterion[]
}

/** The criteria that rest on a need; another can be linked or made. */
function AskedOfOptions({ need, words, criteria, onLink, onNewCriterion }: AskedOfOptionsProps) {
  const free = criteria.filter((criterion) => criterion.need === null)
  return (
    <>
      {criteria
        .filter((criterion) => criterion.need === need.id)
        .map((criterion) => (
          <span key={criterion.id} className={classes.criterion}>
            {criterion.name}
            <CloseButton size={24} iconSize={12} aria-label={`${criterion.name} does not rest on: ${words}`} onClick={() => onLink(criterion, null)} />
          </span>
        ))}
      <Menu>
        <Menu.Target>
          <Button size="compact-sm" rightSection={<IconChevronDown size={14} />} aria-label={`Ask of the options: ${words}`}>
            Ask of the options
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPlus size={15} />} onClick={onNewCriterion}>
            A new criterion
          </Menu.Item>
          {free.map((criterion) => (
            <Menu.Item key={criterion.id} onClick={() => onLink(criterion, need.id)}>
              {criterion.name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
    </>
  )
}
