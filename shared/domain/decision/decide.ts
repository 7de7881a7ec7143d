import { err, ok, type Result } from '../../base/Result'
import { at } from './at'
import type { DecisionInput } from './DecisionInput'
import type { DecisionRefused } from './DecisionRefused'
import type { DecisionResult, Said } from './DecisionResult'
import type { DecisionWarning } from './DecisionWarning'
import { evaluateModel } from './evaluate'
import type { Evaluation } from './Evaluation'
import { compileModel } from './model/compileModel'
import type { DecisionModel } from './model/DecisionModel'
import { parseDecisionInput } from './parseDecisionInput'
import { runRobustness } from './robustness/runRobustness'
import type { RobustnessResult } from './RobustnessResult'
import { secondOpinions, type SecondOpinions } from './second/secondOpinions'
import { orderOnlyDifferences, orderOnlyRegret } from './sensitivity/orderOnly'
import { summariseRegret } from './sensitivity/summariseRegret'
import { weightCrossing } from './sensitivity/stabilityIntervals'
import { allSentences, describeDecision } from './sentences/describeDecision'
import type { Sentence } from './Sentence'

/** Who puts sentences into words; `englishWords` in `shared/text/decision`. */
export interface DecisionWords {
  sentence(sentence: Sentence): string
  warning(warning: DecisionWarning): string
  refusal(refused: DecisionRefused): string
}

export type DecisionRefusal = DecisionRefused & { readonly message: string }

/**
 * The whole engine in one call, from an unchecked input to a result by name. The same input gives the same result,
 * sampling included. Refuses what it cannot compute with the place and a message; null is the only unknown.
 */
export function decide(input: unknown, words: DecisionWords): Result<DecisionResult, DecisionRefusal> {
  const decided = decideParsed(input, words)
  return decided.ok ? decided : err({ ...decided.error, message: words.refusal(decided.error) })
}

function decideParsed(unchecked: unknown, words: DecisionWords): Result<DecisionResult, DecisionRefused> {
  const parsed = parseDecisionInput(unchecked)
  if (!parsed.ok) return parsed
  const input = parsed.value
  const model = compileModel(input)
  if (!model.ok) return model
  const evaluation = evaluateModel(model.value)
  const robustness = input.robustness === undefined ? ok(null) : runRobustness(model.value, input.robustness)
  if (!robustness.ok) return robustness
  const second = input.second === undefined ? null : secondOpinions(model.value, evaluation, input.second)
  return ok({
    ...namedEvaluation(model.value, evaluation, input),
    ...(model.value.order === null ? {} : { orderOnly: namedOrderOnly(model.value.order, evaluation) }),
    ...(robustness.value === null ? {} : { robustness: namedRobustness(robustness.value) }),
    ...(second === null ? {} : { second: namedSecond(second, evaluation) }),
    sentences: sayAll(input, evaluation, robustness.value, second, words),
    warnings: [...evaluation.warnings, ...secondWarnings(second, evaluation)].map(
      (warning): Said => ({ kind: warning.kind, text: words.warning(warning), numbers: warning.numbers }),
    ),
  })
}

type ByName = Omit<DecisionResult, 'orderOnly' | 'robustness' | 'second' | 'sentences' | 'warnings'>

function namedEvaluation(model: DecisionModel, evaluation: Evaluation, input: DecisionInput): ByName {
  const { weights, values, totals, ranks, ranksIfConfirmed, contributions, bounds, groups, sensitivity, dominance } = evaluation
  const option = (index: number): string => at(evaluation.options, index)
  const criterion = (index: number): string => at(evaluation.criteria, index)
  const regret = summariseRegret(model, evaluation, input.robustness?.weights)
  return {
    weights,
    values,
    totals,
    ranks,
    ranksIfConfirmed,
    groups: {
      ranked: groups.ranked.map(option),
      ifConfirmed: groups.ifConfirmed.map(option),
      notEnoughKnown: groups.notEnoughKnown.map(option),
      excluded: groups.excluded.map(option),
      setAside: groups.setAside.map(option),
    },
    mustHaves: {
      status: evaluation.mustHaves.map(({ status }) => status),
      failedOn: evaluation.mustHaves.map(({ failed }) => failed.map(criterion)),
    },
    contributions,
    bounds,
    dominance: {
      nonDominated: dominance.nonDominated.map(option),
      dominatedBy: Object.fromEntries(dominance.dominatedBy.flatMap((by, index) => (by.length === 0 ? [] : [[option(index), by.map(option)]]))),
    },
    sensitivity: {
      intervals: Object.fromEntries(sensitivity.intervals.map((interval, index) => [criterion(index), interval])),
      crossings: crossings(evaluation),
      breakEven: sensitivity.breakEven.map((found) => ({ ...found, option: option(found.option), criterion: criterion(found.criterion) })),
      nearestFlip: sensitivity.nearestFlip.map((found) => ({ ...found, option: option(found.option) })),
      tornado: sensitivity.tornado.map((bar) => ({ ...bar, option: option(bar.option), criterion: criterion(bar.criterion) })),
    },
    regret: regret.table,
    regretSummary: { weights: regret.weights, max: regret.max, minimax: regret.minimax === null ? null : option(regret.minimax) },
    interchangeable: evaluation.interchangeable?.share ?? null,
    barToBeat:
      evaluation.barToBeat === null
        ? null
        : {
            asGoodAs: option(evaluation.barToBeat.asGoodAs),
            total: evaluation.barToBeat.total,
            bars: evaluation.barToBeat.bars.map((bar) => ({ ...bar, criterion: criterion(bar.criterion) })),
          },
  }
}

function crossings(evaluation: Evaluation): DecisionResult['sensitivity']['crossings'] {
  const { ranked } = evaluation.groups
  return ranked.flatMap((a, index) =>
    ranked.slice(index + 1).flatMap((b) =>
      evaluation.criteria.flatMap((name, criterion) => {
        const share = weightCrossing(evaluation.values, evaluation.weights, a, b, criterion)
        return share === null || share < 0 || share > 1 ? [] : [{ a: at(evaluation.options, a), b: at(evaluation.options, b), criterion: name, at: share }]
      }),
    ),
  )
}

function namedOrderOnly(order: readonly number[], { values, options, groups }: Evaluation): NonNullable<DecisionResult['orderOnly']> {
  const regret = orderOnlyRegret(values, order, groups.ranked)
  return {
    difference: orderOnlyDifferences(values, order, groups.ranked).map((found) => ({ ...found, a: at(options, found.a), b: at(options, found.b) })),
    maxRegret: options.map((_, option) => (groups.ranked.includes(option) ? at(regret, groups.ranked.indexOf(option)) : null)),
  }
}

function namedRobustness({ weights: _, ...figures }: RobustnessResult): NonNullable<DecisionResult['robustness']> {
  return figures
}

function namedSecond({ topsis, vikor, promethee, agree, methods }: SecondOpinions, { options }: Evaluation): NonNullable<DecisionResult['second']> {
  return { topsis, vikor: { ...vikor, compromise: vikor.compromise.map((option) => at(options, option)) }, promethee, agree, methods }
}

function sayAll(input: DecisionInput, evaluation: Evaluation, robustness: RobustnessResult | null, second: SecondOpinions | null, words: DecisionWords): readonly Said[] {
  const agreement: readonly Sentence[] =
    second === null || second.methods === 0 || evaluation.leader === null
      ? []
      : [{ kind: 'agreement', leader: { index: evaluation.leader, name: at(evaluation.options, evaluation.leader) }, numbers: { agree: second.agree, methods: second.methods } }]
  return [...allSentences(describeDecision(input, evaluation, robustness)), ...agreement].map((sentence) => ({
    kind: sentence.kind,
    text: words.sentence(sentence),
    numbers: sentence.numbers,
  }))
}

function secondWarnings(second: SecondOpinions | null, { options }: Evaluation): readonly DecisionWarning[] {
  if (second === null) return []
  const named = (index: number): { readonly index: number; readonly name: string } => ({ index, name: at(options, index) })
  const unknown: readonly DecisionWarning[] = second.unknownCells === 0 ? [] : [{ kind: 'unknownInSecondOpinions', numbers: { cells: second.unknownCells } }]
  return [...unknown, ...second.dependsOnList.map((flip): DecisionWarning => ({ kind: 'dependsOnList', method: flip.method, without: named(flip.without), from: named(flip.from), to: named(flip.to), numbers: {} }))]
}
