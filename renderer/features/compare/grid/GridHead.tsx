import type { ComparisonAnalysis } from '#shared/domain/comparison/analyseComparison'
import type { OptionGroup } from '#shared/domain/decision/Evaluation'
import type { GridHandlers } from './GridHandlers'
import { criteriaColumn, headRow, type GridPlace } from './gridFocus'
import { isAt, type GridMode } from './GridMode'
import type { ColumnGroup } from './gridModel'
import { OptionHeader } from './OptionHeader'
import { optionStanding } from './optionStanding'
import classes from './CompareGrid.module.css'

interface GridHeadProps {
  readonly analysis: ComparisonAnalysis
  readonly groups: readonly ColumnGroup[]
  readonly tabStop: GridPlace
  readonly mode: GridMode
  readonly handlers: GridHandlers
  readonly onMenu: (place: GridPlace, isOpen: boolean) => void
}

/** The two lines over the table: which group a column belongs to, and the option itself. */
export function GridHead({ analysis, groups, tabStop, mode, handlers, onMenu }: GridHeadProps) {
  const isGrouped = analysis.criteria.length > 0 && (groups.length > 1 || groups.some(({ group }) => group !== 'ranked'))
  return (
    <>
      <colgroup>
        <col className={classes.criteriaColumn} />
        {groups.flatMap(({ columns }) => columns.map(({ option }) => <col key={option.id} className={classes.optionColumn} />))}
      </colgroup>
      <thead className={classes.head}>
        {isGrouped && (
          <tr role="presentation">
            <td role="presentation" className={`${classes.groupTitle} ${classes.groupCorner}`} />
            {groups.map(({ group, columns }, index) => (
              <td
                key={group}
                role="presentation"
                colSpan={columns.length}
                className={classes.groupTitle}
                data-group={index > 0 ? group : undefined}
                title={groupTitle(group, columns.length)}
              >
                {groupTitle(group, columns.length)}
              </td>
            ))}
          </tr>
        )}
        <tr aria-rowindex={1}>
          <th
            scope="col"
            role="columnheader"
            className={classes.corner}
            tabIndex={tabStop.row === headRow && tabStop.column === criteriaColumn ? 0 : -1}
            data-row={headRow}
            data-column={criteriaColumn}
          >
            Criterion · weight
          </th>
          {groups.flatMap(({ columns }) =>
            columns.map((column) => (
              <OptionHeader
                key={column.option.id}
                standing={optionStanding(analysis, column)}
                startsGroup={column.startsGroup ? column.group : undefined}
                isTabStop={tabStop.row === headRow && tabStop.column === column.option.id}
                isMenuOpen={isAt(mode, 'menu', headRow, column.option.id)}
                onMenu={onMenu}
                handlers={handlers}
              />
            )),
          )}
        </tr>
      </thead>
    </>
  )
}

function groupTitle(group: OptionGroup, count: number): string {
  switch (group) {
    case 'ranked':
      return 'Ranked'
    case 'ifConfirmed':
      return `If confirmed (${count})`
    case 'notEnoughKnown':
      return `Not enough known (${count})`
    case 'excluded':
      return `Does not meet must-haves (${count})`
    case 'setAside':
      return `Set aside (${count})`
  }
}
