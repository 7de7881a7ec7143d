import { at } from '../at'
import type { DecisionInput } from '../DecisionInput'
import type { Evaluation } from '../Evaluation'
import type { NamedCriterion, NamedOption } from '../Named'
import type { MustHaveSentence } from '../Sentence'
import { cellNumbers, limitNumbers, shownCell, shownLimit } from './shownCell'

/** Who fails which must-have and with what value, who is in only if confirmed, and which must-haves change nothing. */
export function describeMustHaves(input: DecisionInput, evaluation: Evaluation): readonly MustHaveSentence[] {
  const option = (index: number): NamedOption => ({ index, name: at(evaluation.options, index) })
  const criterion = (index: number): NamedCriterion => ({ index, name: at(evaluation.criteria, index) })
  const fails = evaluation.groups.excluded.flatMap((excluded) =>
    at(evaluation.mustHaves, excluded).failed.map((failed): MustHaveSentence => {
      const asked = at(input.criteria, failed)
      const cell = shownCell(input.cells[excluded]?.[failed] ?? null, asked, false)
      const limit = shownLimit(asked.mustHave ?? {}, asked)
      const numbers = { ...cellNumbers('cell', cell), ...limitNumbers(limit) }
      return { kind: 'failsMustHave', option: option(excluded), criterion: criterion(failed), cell, limit, numbers }
    }),
  )
  const confirmable = evaluation.groups.ifConfirmed.map(
    (open): MustHaveSentence => ({
      kind: 'ifConfirmed',
      option: option(open),
      open: at(evaluation.mustHaves, open).open.map(criterion),
      numbers: { rank: evaluation.ranksIfConfirmed[open] ?? 1, total: at(evaluation.totals, open) },
    }),
  )
  const { removesNothing, relax } = evaluation.mustHaveSummary
  return [
    ...fails,
    ...confirmable,
    ...relax.map(
      (way): MustHaveSentence => ({
        kind: 'relax',
        criterion: criterion(way.criterion),
        survivors: way.survivors.map(option),
        numbers: { survivors: way.survivors.length },
      }),
    ),
    ...removesNothing.map((index): MustHaveSentence => ({ kind: 'removesNothing', criterion: criterion(index), numbers: {} })),
  ]
}
