import * as z from 'zod'
import cases from '../referenceCases.json'

const scale = z.strictObject({
  kind: z.enum(['value', 'linear', 'piecewise']),
  min: z.number().optional(),
  max: z.number().optional(),
  lo: z.number().optional(),
  hi: z.number().optional(),
  xs: z.array(z.number()).optional(),
  vs: z.array(z.number()).optional(),
})

const criterion = z.strictObject({
  name: z.string(),
  weight: z.number().optional(),
  direction: z.enum(['max', 'min']),
  scale: scale.optional(),
  must: z.strictObject({ op: z.enum(['<=', '=']), value: z.union([z.number(), z.boolean()]) }).optional(),
  preference: z.strictObject({ type: z.enum(['usual', 'gaussian', 'level', 'linear']), q: z.number().optional(), p: z.number().optional(), s: z.number().optional() }).optional(),
})

const score = z.union([
  z.number(),
  z.boolean(),
  z.null(),
  z.strictObject({ dist: z.literal('uniform'), lo: z.number(), hi: z.number() }),
  z.strictObject({ dist: z.literal('triangular'), lo: z.number(), mode: z.number(), hi: z.number() }),
  z.strictObject({ dist: z.literal('beta'), a: z.number(), b: z.number() }),
])

const figures = z.record(z.string(), z.unknown())

const referenceCase = z.strictObject({
  id: z.string(),
  method: z.string(),
  title: z.string(),
  source: z.string(),
  /** A: printed and recomputed. B: exact by hand or by several libraries. */
  trust: z.enum(['A', 'B']),
  input: z.strictObject({ options: z.array(z.string()), criteria: z.array(criterion), scores: z.union([z.array(z.array(score)), z.null()]), params: figures }),
  expected: figures,
  tolerance: z.number(),
  published: z.union([figures, z.null()]),
  published_tolerance: z.union([z.number(), z.null()]),
  notes: z.string(),
})

/** A worked example from a textbook, a library's tests or by hand, with what must come out of it. */
export type ReferenceCase = z.infer<typeof referenceCase>
export type ReferenceScore = z.infer<typeof score>
export type ReferenceCriterion = z.infer<typeof criterion>

export const referenceCases: readonly ReferenceCase[] = z.array(referenceCase).parse(cases)
