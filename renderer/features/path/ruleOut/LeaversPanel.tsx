import { Button } from '@mantine/core'
import { IconCircleX } from '@tabler/icons-react'
import type { Comparison } from '#shared/domain/account/Account'
import type { Leaver } from '#shared/domain/path/optionsLeft'
import { formatList } from '#shared/text/format'
import { formatDay } from '#shared/text/formatDate'
import { sayMustHaveLimit } from '../../../ui/criterionWords'
import { EmptyState } from '../../../ui/EmptyState'
import list from '../../../ui/List.module.css'
import { Panel } from '../../../ui/Panel'
import { TypedText } from '../../../ui/TypedText'
import { optionKindWords } from '../../../ui/words'

interface LeaversPanelProps {
  readonly leavers: readonly Leaver[]
  readonly comparison: Comparison
  readonly onReason: (optionId: string, reason: string) => void
  readonly onBringBack: (optionId: string) => void
  readonly onTyping: () => () => void
}

/** Who is out and why; nothing is deleted, and ours stands here like any other. */
export function LeaversPanel({ leavers, comparison, onReason, onBringBack, onTyping }: LeaversPanelProps) {
  return (
    <Panel title="Who is out, and why" count={leavers.length}>
      {leavers.length === 0 && <EmptyState text="Nobody is out yet. Each that leaves keeps its reason here, and can come back." />}
      <ul hidden={leavers.length === 0} aria-label="Who is out, and why">
        {leavers.map((leaver) => (
          <li key={leaver.option.id} className={list.item}>
            <div className={list.texts}>
              <p className={list.strong}>{leaver.option.name}</p>
              <p className={list.meta}>
                <span>{optionKindWords[leaver.option.kind]}</span>
                {leaver.option.kind === 'ours' && (
                  <span className={list.bad}>
                    <IconCircleX size={13} aria-hidden /> our own offer
                  </span>
                )}
                {leaver.option.setAsideOn !== null && <span>set aside {formatDay(leaver.option.setAsideOn)}</span>}
              </p>
              {leaver.kind === 'setAside' ? (
                <TypedText
                  label={`Why ${leaver.option.name} is out`}
                  hideLabel
                  placeholder="Say why: the buyer reads it"
                  maxLength={400}
                  value={leaver.option.setAsideReason}
                  onWrite={(reason) => onReason(leaver.option.id, reason)}
                  onTyping={onTyping}
                />
              ) : (
                <p className={list.more}>Does not meet {formatList(leaver.criterionIds.map((id) => mustHave(comparison, id)))}.</p>
              )}
            </div>
            {leaver.kind === 'setAside' && (
              <Button size="compact-sm" aria-label={`Bring back ${leaver.option.name}`} onClick={() => onBringBack(leaver.option.id)}>
                Bring back
              </Button>
            )}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** `“List price” (at most €55,000)` */
function mustHave(comparison: Comparison, criterionId: string): string {
  const criterion = comparison.criteria[criterionId]
  if (!criterion) return 'a must-have'
  const limit = sayMustHaveLimit(criterion)
  return `“${criterion.name}”${limit === null ? '' : ` (${limit})`}`
}
