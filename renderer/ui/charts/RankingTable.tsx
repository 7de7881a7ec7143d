import { VisuallyHidden } from '@mantine/core'
import { useId } from 'react'
import { rangeStrip } from '#shared/charts/rangeStrip'
import type { RankingRow } from '#shared/domain/comparison/decisionRows'
import { formatCases, formatOrdinal, formatPointRange, formatPoints } from '#shared/text/format'
import { optionKindWords } from '../words'
import { Svg } from './Svg'
import classes from './RankingTable.module.css'

const colors = { track: 'var(--line)', band: 'var(--bar-edge)', dot: 'var(--accent)', edge: 'var(--surface)' }

/** Who stands where, and how surely: a table that is its own picture, so that everybody reads the same. */
export function RankingTable({ rows }: { readonly rows: readonly RankingRow[] }) {
  const id = useId()
  const hasCases = rows.some(({ first }) => first !== null)
  return (
    <table className={classes.table}>
      <caption className={classes.caption}>
        The dot is the best estimate; {hasCases ? 'the band holds 90 of 100 plausible cases.' : 'the band is what is possible.'}
      </caption>
      <thead>
        <tr>
          <th scope="col" className={classes.name}>
            Option
          </th>
          <th scope="col" className={classes.strip}>
            <VisuallyHidden>On a scale from 0 to 100</VisuallyHidden>
            <span className={classes.axis} aria-hidden>
              <span>0</span>
              <span>50</span>
              <span>100</span>
            </span>
          </th>
          <th scope="col">Points</th>
          <th scope="col">Range</th>
          <th scope="col">Comes first in</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ option, group, rank, total, lo, hi, first }, index) => (
          <tr key={option.id} data-leads={(group === 'ranked' && rank === 1) || undefined}>
            <th scope="row" className={classes.name}>
              {option.name}
              <span className={classes.note}>
                {group === 'ranked' ? formatOrdinal(rank) : `would be ${formatOrdinal(rank)} if confirmed`}
                {' · '}
                {optionKindWords[option.kind]}
              </span>
            </th>
            <td className={classes.strip}>
              <Svg node={rangeStrip({ id: `${id}-${index}`, lo, hi, at: total, colors })} />
            </td>
            <td className={classes.figure}>{formatPoints(total)}</td>
            <td>{formatPointRange(lo, hi)}</td>
            <td>{first === null ? '–' : `${formatCases(first)}${group === 'ifConfirmed' ? ', if confirmed' : ''}`}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
