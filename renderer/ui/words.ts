import type { EvidenceKind, Finding, OptionKind, Person, PromiseMade, Question } from '#shared/domain/account/Account'
import type { AccountRow } from '#shared/domain/account/AccountRow'

/** What the choices of the account model are called on the screen, once. */
export const optionKindWords: { readonly [Kind in OptionKind]: string } = {
  ours: 'Ours',
  rival: 'Rival',
  partner: 'Partner',
  stayAsIs: 'Stay as is',
  inHouse: 'In-house',
  newcomer: 'Newcomer',
}

export const evidenceKindWords: { readonly [Kind in EvidenceKind]: string } = {
  ourOpinion: 'Our opinion',
  vendorClaim: 'Vendor claim',
  thirdParty: 'Third party',
  buyerTested: 'Buyer tested it',
  measured: 'Measured',
}

export const buyingRoleWords: { readonly [Role in Person['buyingRole']]: string } = {
  unknown: 'Role not known',
  decides: 'Decides',
  influences: 'Influences',
  uses: 'Will use it',
  checks: 'Checks',
}

export const accountStatusWords: { readonly [Status in AccountRow['status']]: string } = {
  focus: 'Focus',
  parked: 'Parked',
  customer: 'Customer',
  closed: 'Closed',
}

export const promiseStateWords: { readonly [State in PromiseMade['state']]: string } = {
  open: 'Open',
  kept: 'Kept',
  broken: 'Broken',
}

export const questionStateWords: { readonly [State in Question['state']]: string } = {
  open: 'Open',
  answered: 'Answered',
  accepted: 'Accepted as not known',
}

export const findingKindWords: { readonly [Kind in Finding['kind']]: string } = {
  article: 'Article',
  vendor: 'Vendor',
  video: 'Video',
  colleague: 'Colleague',
  forum: 'Forum',
  test: 'Test',
  other: 'Other',
}

export const ourViewWords: { readonly [View in Finding['ourView']]: string } = {
  notSaid: 'Not said yet',
  agree: 'We agree',
  disagree: 'We disagree',
  unsure: 'We are not sure',
}

/** Choices of a select field from a table of words. */
export function choicesOf<Choice extends string>(words: { readonly [Key in Choice]: string }): readonly {
  readonly value: Choice
  readonly label: string
}[] {
  return (Object.keys(words) as Choice[]).map((value) => ({ value, label: words[value] }))
}
