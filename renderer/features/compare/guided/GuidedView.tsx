import { Button } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import type { Question } from '#shared/domain/account/Account'
import type { ComparisonAnalysis } from '#shared/domain/comparison/analyseComparison'
import { cellKey } from '#shared/domain/comparison/cellKeys'
import type { Scalar } from '#shared/domain/schema/fields'
import { formatPercent } from '#shared/text/format'
import { anchorWords, gapWords, sayMustHaveLimit } from '../../../ui/criterionWords'
import { barsToBeat } from '../grid/barsToBeat'
import type { EvidenceControls } from '../grid/CompareGrid'
import type { GridPlace } from '../grid/gridFocus'
import { criteriaOf, type ColumnGroup, type GridRow } from '../grid/gridModel'
import { rowStandings } from '../grid/rowStandings'
import { GuidedCell } from './GuidedCell'
import classes from './GuidedView.module.css'

interface GuidedViewProps {
  readonly analysis: ComparisonAnalysis
  readonly groups: readonly ColumnGroup[]
  readonly rows: readonly GridRow[]
  readonly today: string
  readonly questions: ReadonlyMap<string, Question>
  readonly evidence: (place: GridPlace, controls: EvidenceControls) => ReactNode
  readonly onSetCell: (optionId: string, criterionId: string, value: Scalar) => void
  readonly onAsk: (optionId: string, criterionId: string) => void
  readonly onAccept: (optionId: string, criterionId: string) => void
  readonly onEditCriterion: (criterionId: string) => void
}

/** One criterion at a time, in a few large cells and without totals, so that each answer is given for itself. */
export function GuidedView(props: GuidedViewProps) {
  const { analysis, rows, today, questions } = props
  const criteria = criteriaOf(rows)
  const [wanted, setWanted] = useState<string | null>(null)
  const at = Math.max(0, criteria.findIndex(({ id }) => id === wanted))
  const criterion = criteria[at]
  const title = useRef<HTMLHeadingElement>(null)
  const hasMoved = useRef(false)
  useEffect(() => {
    if (hasMoved.current) title.current?.focus({ preventScroll: true })
  }, [at])
  if (!criterion) return null
  const go = (by: -1 | 1): void => {
    const next = criteria[at + by]
    if (!next) return
    hasMoved.current = true
    setWanted(next.id)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = steps[event.key]
    if (by === undefined || event.altKey || event.ctrlKey || (event.target instanceof HTMLElement && event.target.closest('input, select, textarea, [role="dialog"]'))) return
    event.preventDefault()
    go(by)
  }
  const place = rows.flatMap((row) => (row.kind === 'criterion' && row.criterion.id === criterion.id ? [row.place] : []))[0] ?? null
  const columns = rotated(
    props.groups.flatMap((group) => group.columns).filter(({ option }) => option.kind !== 'newcomer'),
    at,
  )
  const standings = rowStandings(analysis.evaluation, columns, place, criterion.mustHave)
  const limit = sayMustHaveLimit(criterion)
  const anchors = anchorWords(criterion)
  const bar = barsToBeat(analysis).get(criterion.id)
  const gap = analysis.gaps.find((found) => found.criterion.id === criterion.id)
  const about = [
    place === null || criterion.points === null ? 'not weighted yet' : `counts ${formatPercent((analysis.shares[place] ?? 0) / 100)}`,
    ...(criterion.mustHave ? [`must be ${limit ?? 'met'}`] : []),
    ...(anchors ? [`from ${anchors.worst} (worst) to ${anchors.best} (best)`] : []),
  ]
  return (
    <div className={classes.view} onKeyDown={onKeyDown}>
      <div className={classes.head}>
        <div className={classes.words}>
          <p className={classes.count}>
            {at + 1} of {criteria.length}
          </p>
          <h2 ref={title} tabIndex={-1} className={classes.title}>
            {criterion.name}
          </h2>
          {criterion.question.trim() !== '' && <p>{criterion.question}</p>}
          <p className={classes.about}>{gap ? gapWords[gap.gap] : about.join(' · ')}</p>
        </div>
        <Button onClick={() => props.onEditCriterion(criterion.id)}>Edit criterion</Button>
        <Button leftSection={<IconChevronLeft size={15} />} disabled={at === 0} onClick={() => go(-1)}>
          Previous
        </Button>
        <Button rightSection={<IconChevronRight size={15} />} disabled={at === criteria.length - 1} onClick={() => go(1)}>
          Next
        </Button>
      </div>
      <ul className={classes.cells} key={criterion.id}>
        {columns.map(({ option }, index) => {
          const display = analysis.cells.get(cellKey(option.id, criterion.id))
          const standing = standings[index]
          return (
            display &&
            standing && (
              <GuidedCell
                key={option.id}
                {...{ option, criterion, display, standing, today }}
                question={questions.get(cellKey(option.id, criterion.id)) ?? null}
                evidence={(controls) => props.evidence({ row: criterion.id, column: option.id }, controls)}
                onSet={(value) => props.onSetCell(option.id, criterion.id, value)}
                onAsk={() => props.onAsk(option.id, criterion.id)}
                onAccept={() => props.onAccept(option.id, criterion.id)}
              />
            )
          )
        })}
      </ul>
      {bar !== undefined && <p className={classes.about}>Somebody nobody has met would win with {bar}.</p>}
    </div>
  )
}

const steps: { readonly [key: string]: -1 | 1 } = { ArrowLeft: -1, PageUp: -1, ArrowRight: 1, PageDown: 1 }

/** Another option stands first with each criterion: who is asked about first sets the mark for the others. */
function rotated<Item>(items: readonly Item[], by: number): readonly Item[] {
  const start = items.length === 0 ? 0 : by % items.length
  return [...items.slice(start), ...items.slice(0, start)]
}
