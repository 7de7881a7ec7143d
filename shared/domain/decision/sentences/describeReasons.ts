import { at } from '../at'
import type { DecisionInput } from '../DecisionInput'
import type { Evaluation } from '../Evaluation'
import type { ReasonSentence } from '../Sentence'
import { halfAPoint } from '../wholePoints'
import { cellNumbers, shownCell } from './shownCell'

/** More than three reasons are not read. */
const mostReasons = 3

/**
 * What speaks for the leader and what against it, compared with `rival` (default: the runner-up), largest effect first.
 * A criterion on which one of the two is not known is no reason.
 */
export function describeReasons(
  input: DecisionInput,
  evaluation: Evaluation,
  rival: number | null = evaluation.runnerUp,
): { readonly reasonsFor: readonly ReasonSentence[]; readonly reasonsAgainst: readonly ReasonSentence[] } {
  const { leader } = evaluation
  if (leader === null || rival === null) return { reasonsFor: [], reasonsAgainst: [] }
  const effects = evaluation.criteria
    .map((_, criterion) => ({
      criterion,
      points: at(at(evaluation.contributions, leader), criterion) - at(at(evaluation.contributions, rival), criterion),
    }))
    .filter(({ criterion }) => !at(at(evaluation.unknown, leader), criterion) && !at(at(evaluation.unknown, rival), criterion))
    .sort((a, b) => Math.abs(b.points) - Math.abs(a.points) || a.criterion - b.criterion)
  const describe = (kind: ReasonSentence['kind'], criterion: number, points: number): ReasonSentence => {
    const cellOf = (option: number): ReasonSentence['leaderCell'] =>
      shownCell(input.cells[option]?.[criterion] ?? null, at(input.criteria, criterion), at(at(evaluation.unknown, option), criterion))
    const [leaderCell, rivalCell] = [cellOf(leader), cellOf(rival)]
    return {
      kind,
      criterion: { index: criterion, name: at(evaluation.criteria, criterion) },
      leader: { index: leader, name: at(evaluation.options, leader) },
      rival: { index: rival, name: at(evaluation.options, rival) },
      leaderCell,
      rivalCell,
      numbers: { ...cellNumbers('leader', leaderCell), ...cellNumbers('rival', rivalCell), points: Math.abs(points) },
    }
  }
  const pick = (kind: ReasonSentence['kind'], sign: 1 | -1): readonly ReasonSentence[] =>
    effects
      .filter(({ points }) => points * sign >= halfAPoint)
      .slice(0, mostReasons)
      .map(({ criterion, points }) => describe(kind, criterion, points))
  return { reasonsFor: pick('reasonFor', 1), reasonsAgainst: pick('reasonAgainst', -1) }
}
