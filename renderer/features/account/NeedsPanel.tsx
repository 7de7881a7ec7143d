import { ActionIcon, Button } from '@mantine/core'
import { IconCheck, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import type { Account, Need } from '#shared/domain/account/Account'
import { formatDay } from '#shared/text/formatDate'
import { EmptyState } from '../../ui/EmptyState'
import { Panel } from '../../ui/Panel'
import classes from './List.module.css'

interface NeedsPanelProps {
  readonly needs: readonly Need[]
  readonly people: Account['people']
  readonly onAdd: () => void
  readonly onEdit: (id: string) => void
  readonly onRemove: (id: string) => void
}

/** What the buyer needs, in the buyer's own words. */
export function NeedsPanel({ needs, people, onAdd, onEdit, onRemove }: NeedsPanelProps) {
  return (
    <Panel
      title="Needs"
      count={needs.length}
      actions={
        <Button leftSection={<IconPlus size={15} />} onClick={onAdd}>
          Add need
        </Button>
      }
    >
      {needs.length === 0 ? (
        <EmptyState text="What must the choice do for them? Write it down word for word; it goes into the brief once they confirm it." />
      ) : (
        <ul>
          {needs.map((need) => {
            const words = need.quote.trim() || need.paraphrase.trim() || 'Need without words'
            const speaker = need.saidBy === null ? null : people[need.saidBy]
            return (
              <li key={need.id} className={classes.item}>
                <div className={classes.texts}>
                  <p className={classes.quote}>{need.quote.trim() === '' ? words : `“${words}”`}</p>
                  {need.quote.trim() !== '' && need.paraphrase.trim() !== '' && <p className={classes.words}>{need.paraphrase}</p>}
                  <p className={classes.meta}>
                    {[...(speaker && speaker.deletedAt === null ? [speaker.name] : []), ...(need.saidOn ? [formatDay(need.saidOn)] : [])].join(', ')}
                    {need.confirmedOn ? (
                      <span className={classes.confirmed}>
                        <IconCheck size={13} aria-hidden /> confirmed {formatDay(need.confirmedOn)}
                      </span>
                    ) : (
                      <span>not confirmed yet</span>
                    )}
                  </p>
                </div>
                <ActionIcon aria-label={`Edit need: ${words}`} onClick={() => onEdit(need.id)}>
                  <IconPencil size={15} />
                </ActionIcon>
                <ActionIcon aria-label={`Remove need: ${words}`} onClick={() => onRemove(need.id)}>
                  <IconTrash size={15} />
                </ActionIcon>
              </li>
            )
          })}
        </ul>
      )}
    </Panel>
  )
}
