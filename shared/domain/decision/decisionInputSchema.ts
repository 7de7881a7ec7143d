import * as z from 'zod'
import type { Cell, CriterionInput, DecisionInput, EvidenceKind, RobustnessInput, SecondOpinionInput } from './DecisionInput'

const finite = z.number()
const scoredKinds = ['measured', 'buyerTested', 'thirdParty', 'vendorClaim', 'ourOpinion'] as const
const evidenceKind: z.ZodType<EvidenceKind> = z.enum([...scoredKinds, 'none'])

const cell: z.ZodType<Cell> = z.union([
  finite,
  z.string(),
  z.boolean(),
  z.null(),
  z.strictObject({ lo: z.union([finite, z.string()]), hi: z.union([finite, z.string()]) }),
  z.strictObject({ lo: finite, mode: finite, hi: finite }),
  z.strictObject({ alpha: finite, beta: finite }),
  z.strictObject({ countsAs: z.enum(['best', 'worst']) }),
])

const criterion: z.ZodType<CriterionInput> = z.strictObject({
  name: z.string(),
  weight: finite.optional(),
  direction: z.enum(['max', 'min']),
  lo: finite.optional(),
  hi: finite.optional(),
  shape: z
    .union([z.literal('linear'), z.strictObject({ points: z.array(z.tuple([finite, finite])) }), z.strictObject({ mid: finite })])
    .optional(),
  categories: z.record(z.string(), finite).optional(),
  mustHave: z
    .strictObject({
      atLeast: z.union([finite, z.string()]).optional(),
      atMost: z.union([finite, z.string()]).optional(),
      equals: z.union([finite, z.string(), z.boolean()]).optional(),
    })
    .optional(),
  group: z.string().optional(),
  unit: z.string().optional(),
})

const robustness: z.ZodType<RobustnessInput> = z.strictObject({
  weights: z.enum(['given', 'uniform', 'order', 'intervals']),
  draws: finite,
  seed: finite,
})

const second: z.ZodType<SecondOpinionInput> = z.strictObject({
  promethee: z
    .record(
      z.string(),
      z.strictObject({
        shape: z.enum(['usual', 'ushape', 'vshape', 'level', 'linear', 'gaussian']),
        q: finite.optional(),
        p: finite.optional(),
        s: finite.optional(),
      }),
    )
    .optional(),
  vikorV: finite.min(0).max(1).optional(),
  topsisNormalisation: z.enum(['vector', 'minmax']).optional(),
})

/** The form of a decision input. What the numbers must satisfy beyond it is checked by `compileModel`. */
export const decisionInputSchema: z.ZodType<DecisionInput> = z.strictObject({
  options: z.array(z.string()),
  criteria: z.array(criterion),
  cells: z.array(z.array(cell)),
  kinds: z.array(z.array(z.union([evidenceKind, z.null()]))).optional(),
  expired: z.array(z.array(z.boolean())).optional(),
  optionKinds: z.array(z.enum(['ours', 'rival', 'partner', 'stayAsIs', 'inHouse', 'newcomer'])).optional(),
  setAside: z.array(z.boolean()).optional(),
  order: z.array(z.string()).optional(),
  intervals: z.record(z.string(), z.tuple([finite, finite])).optional(),
  examinedShare: finite.optional(),
  halfWidths: z.partialRecord(z.enum(scoredKinds), finite).optional(),
  robustness: robustness.optional(),
  second: second.optional(),
})
