import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import type { Comparison } from '#shared/domain/account/Account'
import { countUnknowns } from '#shared/domain/account/AccountRow'
import { inOrder } from '#shared/domain/schema/order'
import { formatCount } from '#shared/text/format'
import { formatDay } from '#shared/text/formatDate'
import { EmptyState } from '../../ui/EmptyState'
import { Panel } from '../../ui/Panel'
import list from '../../ui/List.module.css'
import classes from './List.module.css'

interface ComparisonsPanelProps {
  readonly comparisons: readonly Comparison[]
  readonly onOpen: (comparisonId: string) => void
  readonly onNew: () => void
  readonly onRemove: (comparison: Comparison) => void
}

export function ComparisonsPanel({ comparisons, onOpen, onNew, onRemove }: ComparisonsPanelProps) {
  return (
    <Panel
      title="Comparisons"
      count={comparisons.length}
      actions={
        <Button leftSection={<IconPlus size={15} />} onClick={onNew}>
          New comparison
        </Button>
      }
    >
      {comparisons.length === 0 ? (
        <EmptyState text="A comparison lays the options side by side, criterion by criterion. Staying as is, doing it in-house and a newcomer are always among them." />
      ) : (
        <ul>
          {comparisons.map((comparison) => (
            <li key={comparison.id} className={list.item}>
              <div className={list.texts}>
                <button type="button" className={classes.link} onClick={() => onOpen(comparison.id)}>
                  {comparison.title.trim() || 'Comparison without a title'}
                </button>
                <p className={list.meta}>{summary(comparison)}</p>
              </div>
              <ActionIcon aria-label={`Remove comparison ${comparison.title}`} onClick={() => onRemove(comparison)}>
                <IconTrash size={15} />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}

function summary(comparison: Comparison): string {
  const unknowns = countUnknowns(comparison)
  return [
    formatCount(inOrder(comparison.options).filter((option) => option.setAsideOn === null).length, 'option'),
    formatCount(inOrder(comparison.criteria).length, 'criterion', 'criteria'),
    ...(unknowns > 0 ? [`${unknowns} not known`] : []),
    comparison.agreedOn === null ? 'weights not agreed yet' : `weights agreed ${formatDay(comparison.agreedOn)}`,
  ].join(' · ')
}
