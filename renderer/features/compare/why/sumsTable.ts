import type { ComparisonAnalysis } from '#shared/domain/comparison/analyseComparison'
import { wholePoints } from '#shared/domain/decision/wholePoints'
import { formatPoints } from '#shared/text/format'

export interface SumsTable {
  readonly options: readonly { readonly name: string; readonly total: number }[]
  readonly rows: readonly {
    readonly id: string
    readonly name: string
    /** Whole percent; the column adds up to 100. */
    readonly share: number
    /** By option: the score of 100, and the points it brings. Each points column adds up to the total above it. */
    readonly cells: readonly { readonly score: string; readonly points: number; readonly isUnknown: boolean }[]
  }[]
}

/** Weight × score = points for every option that has a total. Rounded so that each column adds up exactly. */
export function sumsTable({ evaluation, criteria, shares, options }: ComparisonAnalysis): SumsTable {
  const { groups, totals, contributions, values, unknown } = evaluation
  const placed = [...groups.ranked, ...groups.ifConfirmed]
  const columns = placed.map((place) => {
    const total = Math.round((totals[place] ?? 0) * 100)
    return {
      place,
      total,
      points: wholePoints(
        (contributions[place] ?? []).map((part) => part * 100),
        total,
      ),
    }
  })
  return {
    options: columns.map(({ place, total }) => ({ name: options[place]?.name ?? '', total })),
    rows: criteria.flatMap((criterion, index) =>
      shares[index] === 0 && evaluation.weights[index] === 0
        ? []
        : [
            {
              id: criterion.id,
              name: criterion.name,
              share: shares[index] ?? 0,
              cells: columns.map(({ place, points }) => ({
                score: formatPoints(values[place]?.[index] ?? 0),
                points: points[index] ?? 0,
                isUnknown: unknown[place]?.[index] ?? true,
              })),
            },
          ],
    ),
  }
}
