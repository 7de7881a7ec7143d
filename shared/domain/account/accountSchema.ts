import { collection, flatMap, laterCollection, singleton } from '../schema/entities'
import { buyerText, cellValue, choice, day, eitherText, flag, internalText, moment, number, reference } from '../schema/fields'

/** Kinds of proof, weakest first. Their half-widths are the decision engine's. */
export const evidenceKinds = ['ourOpinion', 'vendorClaim', 'thirdParty', 'buyerTested', 'measured'] as const
export const optionKinds = ['rival', 'ours', 'partner', 'stayAsIs', 'inHouse', 'newcomer'] as const
/** The options that sit in every comparison: they can be argued away, not deleted. */
export const fixedOptionKinds = ['stayAsIs', 'inHouse', 'newcomer'] as const
/** Whose task something is: the adviser's team or the buyer's. */
export const sides = ['ours', 'theirs'] as const
export const findingKinds = ['article', 'vendor', 'video', 'colleague', 'forum', 'test', 'other'] as const

const option = {
  fields: {
    name: buyerText({ maxLength: 80 }),
    kind: choice('buyer', optionKinds),
    description: buyerText({ collaborative: true }),
    setAsideOn: day('buyer'),
    setAsideReason: buyerText(),
    /** What speaks for and against it in words: why staying as you are, or doing it yourselves, is or is not enough. */
    argument: buyerText({ collaborative: true }),
    /** What this option does not do well, or who should not choose it. */
    limits: buyerText({ collaborative: true }),
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
    /** Who pays the adviser for this advice, printed with it. */
    paidBy: buyerText(),
    /** What the buyer decided, which need not be what comes out first. */
    chosenOption: reference('buyer'),
    chosenOn: day('buyer'),
    chosenWhy: buyerText(),
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

/** Something the buyer read elsewhere, told by the buyer. */
const finding = {
  fields: {
    claim: buyerText({ maxLength: 1_000 }),
    sourceTitle: buyerText(),
    sourceAddress: buyerText({ maxLength: 2_000 }),
    kind: choice('buyer', findingKinds),
    readBy: reference('buyer'),
    readOn: day('buyer'),
    ourView: choice('buyer', ['notSaid', 'agree', 'disagree', 'unsure']),
    ourReason: buyerText({ maxLength: 1_000 }),
    note: internalText(),
  },
} as const

/** Two findings that cannot both be true. */
const contradiction = {
  fields: {
    oneFinding: reference('buyer'),
    otherFinding: reference('buyer'),
    state: choice('buyer', ['open', 'settled', 'cannotBeKnown']),
    /** What would settle it. */
    settledBy: buyerText(),
    /** How it was settled, or why it cannot be known. */
    answer: buyerText({ maxLength: 1_000 }),
    ownerSide: choice('buyer', sides),
    owner: buyerText({ maxLength: 80 }),
    dueOn: day('buyer'),
    note: internalText(),
  },
} as const

const meeting = {
  fields: {
    title: buyerText({ maxLength: 120 }),
    startsAt: moment('buyer'),
    endsAt: moment('internal'),
    /** IANA zone the times were said in. */
    zone: internalText({ maxLength: 60 }),
    place: buyerText(),
    aims: internalText({ collaborative: true }),
    notes: internalText({ collaborative: true }),
    comparison: reference('buyer'),
    /** The read-back: what is decided, open and next, as the buyer ticked it. */
    decided: buyerText({ collaborative: true }),
    open: buyerText({ collaborative: true }),
    next: buyerText({ collaborative: true }),
    confirmedOn: day('buyer'),
    confirmedBy: reference('buyer'),
  },
  maps: { attends: flatMap(['people'], flag('buyer')) },
} as const

const promise = {
  fields: {
    text: buyerText({ maxLength: 1_000 }),
    side: choice('buyer', sides),
    who: buyerText({ maxLength: 80 }),
    madeOn: day('buyer'),
    dueOn: day('buyer'),
    state: choice('buyer', ['open', 'kept', 'broken']),
    closedOn: day('buyer'),
    note: internalText(),
  },
} as const

/** Something nobody knows yet; also a cell that is asked about, or that is accepted as not known. */
const question = {
  fields: {
    text: buyerText({ maxLength: 1_000 }),
    askedBy: reference('buyer'),
    askedOn: day('buyer'),
    ownerSide: choice('buyer', sides),
    owner: buyerText({ maxLength: 80 }),
    dueOn: day('buyer'),
    state: choice('buyer', ['open', 'answered', 'accepted']),
    answer: buyerText({ collaborative: true }),
    answeredOn: day('buyer'),
    proof: reference('buyer'),
    comparison: reference('buyer'),
    option: reference('buyer'),
    criterion: reference('buyer'),
    note: internalText(),
  },
} as const

/** What a manager says about one field of the plan, and what was answered. */
const remark = {
  fields: {
    /** `comparisons/<id>/criteria/<id>`; empty: the account as a whole. */
    at: internalText(),
    field: internalText({ maxLength: 60 }),
    key: internalText({ maxLength: 120 }),
    text: internalText({ collaborative: true }),
    by: internalText({ maxLength: 80 }),
    madeAt: moment('internal'),
    answer: internalText({ collaborative: true }),
    answeredBy: internalText({ maxLength: 80 }),
    answeredAt: moment('internal'),
    state: choice('internal', ['open', 'settled']),
  },
} as const

const review = {
  fields: {
    askedBy: internalText({ maxLength: 80 }),
    askedAt: moment('internal'),
    /** What the member wants looked at. */
    ask: internalText({ collaborative: true }),
    /** The version looked at: the heads of the document, separated by spaces. */
    version: internalText({ maxLength: 2_000 }),
    decision: choice('internal', ['waiting', 'changesAsked', 'approved']),
    decidedBy: internalText({ maxLength: 80 }),
    decidedAt: moment('internal'),
    summary: internalText({ collaborative: true }),
  },
  collections: { remarks: collection(remark) },
} as const

/** A file the buyer was given. */
const brief = {
  fields: {
    title: buyerText({ maxLength: 120 }),
    comparison: reference('buyer'),
    format: choice('buyer', ['pdf', 'html']),
    savedAt: moment('buyer'),
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
      /** Web domain of the buyer, as `example.com`. */
      domain: internalText({ maxLength: 200 }),
      size: buyerText({ maxLength: 60 }),
      /** The member of our team who answers for this account. */
      owner: internalText({ maxLength: 80 }),
      parkedReason: internalText(),
      /** Set where the whole account was taken off the list; its file and its history stay. */
      removedAt: moment('internal'),
    },
  }),
  people: collection({
    fields: {
      name: buyerText({ maxLength: 80 }),
      title: buyerText({ maxLength: 80 }),
      buyingRole: choice('internal', ['unknown', 'decides', 'influences', 'uses', 'checks']),
      needsToKnow: internalText(),
      mail: internalText({ maxLength: 200 }),
      phone: internalText({ maxLength: 60 }),
      notes: internalText({ collaborative: true }),
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
  findings: collection(finding),
  contradictions: collection(contradiction),
  buyingJobs: laterCollection(),
  meetings: collection(meeting),
  touches: laterCollection(),
  promises: collection(promise),
  questions: collection(question),
  feedback: laterCollection(),
  reviews: collection(review),
  briefs: collection(brief),
  corrections: laterCollection(),
  decisionPath: singleton({ fields: {} }),
  plan: singleton({ fields: {} }),
  outcome: singleton({ fields: {} }),
} as const
