import { collection, flatMap, laterCollection, singleton } from '../schema/entities'
import { buyerText, cellValue, choice, day, eitherText, flag, internalText, number, reference } from '../schema/fields'

/** Kinds of proof, weakest first. Their half-widths are the decision engine's. */
export const evidenceKinds = ['ourOpinion', 'vendorClaim', 'thirdParty', 'buyerTested', 'measured'] as const
export const optionKinds = ['rival', 'ours', 'partner', 'stayAsIs', 'inHouse', 'newcomer'] as const
/** The options that sit in every comparison: they can be argued away, not deleted. */
export const fixedOptionKinds = ['stayAsIs', 'inHouse', 'newcomer'] as const

const option = {
  fields: {
    name: buyerText({ maxLength: 80 }),
    kind: choice('buyer', optionKinds),
    description: buyerText({ collaborative: true }),
    setAsideOn: day('buyer'),
    setAsideReason: buyerText(),
    marginNote: internalText(),
  },
} as const

const category = {
  fields: {
    label: buyerText({ maxLength: 60 }),
    /** How good this category is, 0 (worst) to 1 (best). */
    value: number('buyer', { min: 0, max: 1 }),
  },
} as const

const criterion = {
  fields: {
    name: buyerText({ maxLength: 80 }),
    question: buyerText(),
    unit: buyerText({ maxLength: 24 }),
    group: buyerText({ maxLength: 60 }),
    scale: choice('buyer', ['number', 'yesNo', 'category']),
    direction: choice('buyer', ['max', 'min']),
    /** Fixed anchors of the scale in the criterion's unit, lo < hi; set before scoring, not derived from the options. */
    lo: number('buyer'),
    hi: number('buyer'),
    /** Swing points 0–100; null: a gate only, not weighted. */
    points: number('buyer', { min: 0, max: 100 }),
    mustHave: flag('buyer'),
    mustAtLeast: number('buyer'),
    mustAtMost: number('buyer'),
    /** For yes/no and category scales: `yes`, `no` or a category id. */
    mustEqual: reference('buyer'),
    need: reference('buyer'),
    proposedBy: choice('buyer', ['us', 'buyer', 'neutral']),
  },
  collections: { categories: collection(category) },
} as const

const comparison = {
  fields: {
    title: buyerText({ maxLength: 120 }),
    question: buyerText(),
    currency: buyerText({ maxLength: 3 }),
    advice: buyerText({ collaborative: true }),
    banner: buyerText(),
    notes: internalText({ collaborative: true }),
    agreedOn: day('buyer'),
    agreedWith: buyerText(),
  },
  collections: { options: collection(option), criteria: collection(criterion) },
  maps: {
    cellValue: flatMap(['options', 'criteria'], cellValue('buyer')),
    cellNote: flatMap(['options', 'criteria'], internalText()),
    cellEvidence: flatMap(['options', 'criteria', 'evidence'], flag('buyer')),
    agreedPoints: flatMap(['criteria'], number('buyer', { min: 0, max: 100 })),
  },
} as const

const evidence = {
  fields: {
    claim: eitherText(),
    quote: eitherText(),
    sourceTitle: eitherText(),
    sourceAddress: eitherText({ maxLength: 2_000 }),
    kind: choice('buyer', evidenceKinds),
    observedOn: day('buyer'),
    expiresOn: day('buyer'),
    cleared: flag('buyer'),
    note: internalText(),
  },
} as const

/** The account document. Fields are only ever added, with a fallback on reading; none is renamed or removed. */
export const accountSchema = {
  profile: singleton({
    fields: {
      name: buyerText({ maxLength: 120 }),
      industry: buyerText({ maxLength: 80 }),
      currency: buyerText({ maxLength: 3 }),
      status: choice('internal', ['focus', 'parked', 'customer', 'closed']),
      sample: flag('buyer'),
      notes: internalText({ collaborative: true }),
    },
  }),
  people: collection({
    fields: {
      name: buyerText({ maxLength: 80 }),
      title: buyerText({ maxLength: 80 }),
      buyingRole: choice('internal', ['unknown', 'decides', 'influences', 'uses', 'checks']),
      needsToKnow: internalText(),
    },
  }),
  needs: collection({
    fields: {
      quote: buyerText({ maxLength: 1_000 }),
      saidBy: reference('buyer'),
      saidOn: day('buyer'),
      paraphrase: buyerText({ maxLength: 1_000 }),
      confirmedOn: day('buyer'),
    },
  }),
  comparisons: collection(comparison),
  evidence: collection(evidence),
  findings: laterCollection(),
  contradictions: laterCollection(),
  buyingJobs: laterCollection(),
  meetings: laterCollection(),
  touches: laterCollection(),
  promises: laterCollection(),
  questions: laterCollection(),
  feedback: laterCollection(),
  reviews: laterCollection(),
  briefs: laterCollection(),
  corrections: laterCollection(),
  decisionPath: singleton({ fields: {} }),
  plan: singleton({ fields: {} }),
  outcome: singleton({ fields: {} }),
} as const
