/** A list from another program, as read from a file: the first line names the columns. */
export interface IntakeTable {
  readonly columns: readonly string[]
  readonly lines: readonly (readonly string[])[]
}

/** What a column of a list can mean for an account. */
export const intakeFields = ['name', 'domain', 'industry', 'size', 'owner', 'notes', 'personName', 'personTitle', 'personMail', 'personPhone'] as const
export type IntakeField = (typeof intakeFields)[number]

/** Which column holds what, counted from 0; null: nothing in this list does. */
export type IntakeMapping = { readonly [field in IntakeField]: number | null }

/** Words that columns of customer lists are headed with, most telling first. */
const headings: { readonly [field in IntakeField]: readonly string[] } = {
  name: ['account name', 'company name', 'company', 'account', 'organisation', 'organization', 'customer', 'name'],
  domain: ['domain', 'website', 'web site', 'web', 'homepage', 'url'],
  industry: ['industry', 'sector', 'branch'],
  size: ['size', 'employees', 'number of employees', 'headcount'],
  owner: ['account owner', 'owner', 'responsible', 'sales rep', 'adviser'],
  notes: ['notes', 'note', 'comment', 'comments', 'description'],
  personName: ['contact name', 'contact', 'person', 'full name', 'contact person'],
  personTitle: ['job title', 'title', 'position', 'role'],
  personMail: ['email', 'e-mail', 'mail', 'email address', 'e-mail address', 'contact email'],
  personPhone: ['phone', 'telephone', 'mobile', 'phone number', 'contact phone'],
}

/**
 * What the columns seem to hold, by their headings alone; a column stands for one field at most. The
 * member looks at it and corrects it before anything is taken in.
 */
export function guessMapping(columns: readonly string[]): IntakeMapping {
  const words = columns.map((column) => column.trim().toLowerCase().replaceAll(/[_.]+/g, ' ').replaceAll(/\s+/g, ' '))
  const taken = new Set<number>()
  const mapping: { [field in IntakeField]: number | null } = { ...noMapping }
  // The most telling headings of all fields come first, so that "contact name" is not taken for the name of the account.
  for (let rank = 0; rank < longestHeadings; rank++) {
    for (const field of intakeFields) {
      const heading = headings[field][rank]
      const column = heading === undefined ? -1 : words.findIndex((word, index) => word === heading && !taken.has(index))
      if (column === -1 || mapping[field] !== null) continue
      mapping[field] = column
      taken.add(column)
    }
  }
  return mapping
}

export const noMapping: IntakeMapping = {
  name: null,
  domain: null,
  industry: null,
  size: null,
  owner: null,
  notes: null,
  personName: null,
  personTitle: null,
  personMail: null,
  personPhone: null,
}

const longestHeadings = Math.max(...intakeFields.map((field) => headings[field].length))
