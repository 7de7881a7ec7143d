import type { PastePlan } from './paste/planPaste'

/** What lies over the comparison at the moment; one thing at a time. */
export type CompareDialog =
  | { readonly kind: 'none' }
  | { readonly kind: 'details' }
  | { readonly kind: 'option'; readonly optionId: string | null }
  | { readonly kind: 'criterion'; readonly criterionId: string | null; readonly asMustHave: boolean }
  | { readonly kind: 'proof'; readonly optionId: string; readonly criterionId: string; readonly evidenceId: string | null }
  | { readonly kind: 'question'; readonly optionId: string; readonly criterionId: string; readonly questionId: string | null }
  | { readonly kind: 'setAside'; readonly optionId: string }
  | { readonly kind: 'setAsideList' }
  | { readonly kind: 'agree' }
  | { readonly kind: 'sums' }
  | { readonly kind: 'paste'; readonly plan: PastePlan }
  | { readonly kind: 'why' }

export const noDialog: CompareDialog = { kind: 'none' }
