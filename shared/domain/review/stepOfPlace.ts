import type { PathStep } from '../path/PathStep'

/** Where on the path something belongs; `account` for what stands above it: names, people, notes. */
export type StepOrAccount = PathStep | 'account'

const ofCollections: { readonly [collection: string]: StepOrAccount } = {
  findings: 'found',
  contradictions: 'found',
  needs: 'matters',
  evidence: 'compare',
  questions: 'agree',
  promises: 'agree',
  meetings: 'agree',
  briefs: 'takeAway',
}

const ruleOutFields = new Set(['mustHave', 'mustAtLeast', 'mustAtMost', 'mustEqual', 'setAsideOn', 'setAsideReason', 'argument', 'limits'])
const decideFields = new Set(['points', 'agreedPoints', 'agreedOn', 'agreedWith', 'advice', 'paidBy'])
const agreeFields = new Set(['chosenOption', 'chosenOn', 'chosenWhy'])

/** The step of the path on which a field, or (without one) a whole entry, is worked on; null for what is about the review itself. */
export function stepOfPlace(at: string, field: string | null): StepOrAccount | null {
  const [collection = '', , inner] = at.split('/')
  if (collection === 'reviews') return null
  if (collection !== 'comparisons') return ofCollections[collection] ?? 'account'
  if (field !== null && ruleOutFields.has(field)) return 'ruleOut'
  if (field !== null && decideFields.has(field)) return 'decide'
  if (field !== null && agreeFields.has(field)) return 'agree'
  return inner === 'options' ? 'ruleOut' : 'compare'
}
