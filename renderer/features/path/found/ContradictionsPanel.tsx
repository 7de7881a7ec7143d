import { ActionIcon, Button } from '@mantine/core'
import { IconArrowsSplit2, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Contradiction, Finding, Person } from '#shared/domain/account/Account'
import { formatDay } from '#shared/text/formatDate'
import { sayOwner } from '#shared/text/path/promisedWords'
import { changedFields } from '../../../model/changedFields'
import type { EntityActions } from '../../../model/actions/entityActions'
import { EmptyState } from '../../../ui/EmptyState'
import list from '../../../ui/List.module.css'
import { Panel } from '../../../ui/Panel'
import { ContradictionDialog } from './ContradictionDialog'
import { contradictionStateWords } from './contradictionWords'
import classes from './Found.module.css'

interface ContradictionsPanelProps {
  readonly contradictions: readonly Contradiction[]
  readonly findings: readonly Finding[]
  readonly people: readonly Person[]
  readonly actions: EntityActions
}

/** Two findings that cannot both be true, side by side, and who settles it. */
export function ContradictionsPanel({ contradictions, findings, people, actions }: ContradictionsPanelProps) {
  const [edited, setEdited] = useState<string | null>(null)
  const contradiction = contradictions.find(({ id }) => id === edited) ?? null
  const claim = (id: string | null): string => findings.find((finding) => finding.id === id)?.claim ?? 'A finding that was removed'
  const canAdd = findings.length >= 2
  return (
    <Panel
      title="Where it disagrees"
      count={contradictions.length}
      actions={
        canAdd && (
          <Button leftSection={<IconPlus size={15} />} onClick={() => setEdited('new')}>
            Add contradiction
          </Button>
        )
      }
    >
      {contradictions.length === 0 && (
        <EmptyState
          text={
            canAdd
              ? 'Do two of these findings say opposite things? Put them side by side and agree who settles it.'
              : 'With two findings or more, those that disagree can be put side by side here.'
          }
        />
      )}
      <ul hidden={contradictions.length === 0} aria-label="Where it disagrees">
        {contradictions.map((item) => {
          const name = `${claim(item.oneFinding)} / ${claim(item.otherFinding)}`
          return (
            <li key={item.id} className={list.item}>
              <div className={list.texts}>
                <p className={classes.sides}>
                  <span>{claim(item.oneFinding)}</span>
                  <IconArrowsSplit2 size={15} className={classes.against} aria-label="against" role="img" />
                  <span>{claim(item.otherFinding)}</span>
                </p>
                {item.settledBy.trim() !== '' && <p className={list.more}>Would settle it: {item.settledBy}</p>}
                {item.answer.trim() !== '' && <p className={list.more}>{item.answer}</p>}
                <p className={list.meta}>
                  <span>{contradictionStateWords[item.state]}</span>
                  {item.owner.trim() === '' ? (
                    item.state === 'open' && <span className={list.late}>nobody owns it yet</span>
                  ) : (
                    <span>{sayOwner(item.ownerSide, item.owner)}</span>
                  )}
                  {item.dueOn !== null && item.state === 'open' && <span>by {formatDay(item.dueOn)}</span>}
                </p>
              </div>
              <div className={list.actions}>
                <ActionIcon aria-label={`Edit contradiction: ${name}`} onClick={() => setEdited(item.id)}>
                  <IconPencil size={15} />
                </ActionIcon>
                <ActionIcon aria-label={`Remove contradiction: ${name}`} onClick={() => actions.remove(`contradictions/${item.id}`, 'the contradiction')}>
                  <IconTrash size={15} />
                </ActionIcon>
              </div>
            </li>
          )
        })}
      </ul>
      {(edited === 'new' || contradiction) && (
        <ContradictionDialog
          contradiction={contradiction}
          findings={findings}
          people={people}
          onSave={(opened, saved) =>
            contradiction
              ? actions.change(`contradictions/${contradiction.id}`, changedFields(opened, saved), 'contradiction')
              : actions.add('contradictions', saved, 'new contradiction')
          }
          onClose={() => setEdited(null)}
        />
      )}
    </Panel>
  )
}
