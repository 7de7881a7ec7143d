import type { CellDisplay, CellMark } from '../../domain/comparison/cellDisplay'
import type { ShownCell } from '../../domain/decision/Sentence'
import type { EvidenceKind } from '../../domain/account/Account'
import { sayCell } from '../decision/sayCell'

/** What stands in a cell, in the words of its criterion: `554 km`, `€37,000–40,000`, `yes`, `not known`. */
export function cellText(cell: CellDisplay, unit: string): string {
  return sayCell(shownCellOf(cell, unit.trim() === '' ? null : unit.trim()))
}

function shownCellOf({ value }: CellDisplay, unit: string | null): ShownCell {
  switch (value.kind) {
    case 'number':
      return { kind: 'number', value: value.value, unit }
    case 'range':
      return { kind: 'range', lo: value.lo, hi: value.hi, unit }
    case 'yesNo':
      return { kind: 'yesNo', isYes: value.isYes }
    case 'category':
      return { kind: 'label', label: value.label }
    case 'notKnown':
      return { kind: 'notKnown' }
  }
}

/** The word for each mark of a cell. */
export const cellMarkWords: { readonly [mark in CellMark]: string } = {
  notKnown: 'not known',
  range: 'range',
  disagree: 'sources disagree',
  noProof: 'no proof',
  estimate: 'our estimate',
  claim: 'vendor claim',
  thirdParty: 'third party',
  tested: 'tested',
  old: 'old',
  undated: 'no date',
}

/** The word for each kind of proof. */
export const evidenceKindWords: { readonly [kind in EvidenceKind]: string } = {
  ourOpinion: 'our own estimate',
  vendorClaim: 'claim of the vendor',
  thirdParty: 'third party',
  buyerTested: 'tested by you',
  measured: 'measured',
}
