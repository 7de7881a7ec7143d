import type { CaseAdapter, CaseFigures } from './CaseAdapter'
import { topsisOf, topsisTrap, vikorOf, prometheeOf, preferenceShapes, smaa, countingRule } from './methodAdapters'
import type { ReferenceCase } from './ReferenceCase'
import { minimumWeightChange, closestFlip, breakEvenScores, tornadoBars, explanation, ordinalBounds, ordinalRegret, regretTable, swap } from './sensitivityAdapters'
import { additive, additiveWithAnchors, localRangeTrap, valueQueries, valueTable, missingValues, mustHaves, ties, allEqual, dominanceOf } from './valueAdapters'
import { byCount, swing, rangeAdjustment, pairwise, frontier } from './weightAdapters'

/** By id where a case needs its own set-up, else by method. */
const byId: Readonly<Record<string, CaseAdapter>> = {
  'add-fixed-anchors-spotis-cars': additiveWithAnchors,
  'trap-local-range-reversal': localRangeTrap,
  'vf-piecewise-rmcda-transport': valueTable,
  'trap-topsis-normalisation-opricovic': topsisTrap,
  'sens-closest-weights-flip': closestFlip,
  'regret-over-ordinal-weights': ordinalRegret,
  'smaa-uniform-scores': smaa('given'),
  'smaa-triangular-score': smaa('given'),
  'smaa-dominated-null-central': smaa('given'),
  'smaa-counting-rule': countingRule,
}

const byMethod: Readonly<Record<string, CaseAdapter>> = {
  additive,
  'value-function': valueQueries,
  'weights-swing': swing,
  'weights-roc': byCount('roc'),
  'weights-ranksum': byCount('rankSum'),
  'weights-rankreciprocal': byCount('reciprocal'),
  'weights-range': rangeAdjustment,
  'benefit-cost': frontier,
  ahp: pairwise,
  'sensitivity-weight': minimumWeightChange,
  'sensitivity-score': breakEvenScores,
  'sensitivity-tornado': tornadoBars,
  dominance: dominanceOf,
  missing: missingValues,
  'must-have': mustHaves,
  ranking: ties,
  degenerate: allEqual,
  explanation,
  'incomplete-weights': ordinalBounds,
  regret: regretTable,
  'even-swap': swap,
  smaa2: smaa('uniform'),
  topsis: topsisOf,
  vikor: vikorOf,
  promethee: prometheeOf,
  'promethee-preference': preferenceShapes,
}

/** What the engine says about a case; null if no adapter knows its method. */
export function caseFigures(reference: ReferenceCase): CaseFigures | null {
  return (byId[reference.id] ?? byMethod[reference.method])?.(reference) ?? null
}

/** Figures of the cases that are not compared, with the reason. */
export const notCompared: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'missing-interval-values': {
    renormalised_over_known_DO_NOT_USE_AS_DEFAULT: 'Leaving unknown cells out of the total rewards silence; the engine has no such total.',
  },
  'degenerate-all-equal': { note: 'A remark in words.' },
}
