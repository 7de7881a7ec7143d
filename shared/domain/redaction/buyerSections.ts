import type { Account } from '../account/Account'

/**
 * The sections of an account that may reach the buyer at all, with what is in them. Everything else
 * stays in our team whatever its fields say, so that a section that comes later is kept back until
 * somebody decides here. Within a section each leaf passes by the class its field has in the schema.
 */
export interface BuyerSection {
  /** Only these fields, where the buyer may know less than the classes would allow. */
  readonly fields?: readonly string[]
  readonly collections?: { readonly [name: string]: BuyerSection }
}

export const buyerSections: { readonly [section in keyof Account]?: BuyerSection } = {
  profile: { fields: ['name', 'sample'] },
  people: { fields: ['name'] },
  needs: {},
  comparisons: { collections: { options: {}, criteria: { collections: { categories: {} } } } },
  evidence: {},
  findings: {},
  contradictions: {},
  promises: {},
  questions: {},
  // The read-back alone: where and with whom we meet is nobody else's.
  meetings: { fields: ['startsAt', 'decided', 'open', 'next', 'confirmedOn', 'confirmedBy'] },
}
