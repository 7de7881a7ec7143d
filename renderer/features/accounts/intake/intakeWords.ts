import { intakeFields, type IntakeField, type IntakeMapping } from '#shared/domain/intake/intakeTable'
import type { IntakeProblem, PlannedAccount } from '#shared/domain/intake/planIntake'
import type { IntakePreview } from '#shared/ipc/contract'
import { formatCount, formatList, formatNumber } from '#shared/text/format'

export const fieldWords: { readonly [Field in IntakeField]: string } = {
  name: 'Account: name',
  domain: 'Account: web domain',
  industry: 'Account: industry',
  size: 'Account: size',
  owner: 'Account: owner',
  notes: 'Account: notes (internal)',
  personName: 'Person: name',
  personTitle: 'Person: title',
  personMail: 'Person: mail',
  personPhone: 'Person: phone',
}

/** What a column is taken for; null: it is not taken in. */
export function meaningOf(column: number, mapping: IntakeMapping): IntakeField | null {
  return intakeFields.find((field) => mapping[field] === column) ?? null
}

/** What is missing before a list can be looked at; null where nothing is. */
export function missingIn(mapping: IntakeMapping): string | null {
  if (mapping.name !== null) return null
  if (mapping.domain === null && mapping.personMail === null) return 'Say which column holds the name of the account, its web domain or somebody’s mail address.'
  return null
}

/** What is worth knowing though it keeps nobody from going on. */
export function noteOn(mapping: IntakeMapping): string | null {
  if (mapping.name === null) return 'Without a column for the name only accounts that are already here are completed.'
  if (mapping.domain === null && mapping.personMail === null) return 'Without a web domain or a mail address no account that is already here is recognised: every name becomes a new account.'
  return null
}

export function sayPreview({ created, extended, people, problems, problemCount }: IntakePreview): readonly string[] {
  const sentences = [
    created === 0 ? 'No account is new.' : `${formatCount(created, 'account is', 'accounts are')} new.`,
    ...(extended > 0 ? [`${formatCount(extended, 'account is', 'accounts are')} already here: only what is missing there is added, nothing is overwritten.`] : []),
    ...(people > 0 ? [`${formatCount(people, 'person comes', 'people come')} with them.`] : []),
  ]
  if (problemCount > 0) sentences.push(problems.some(isLeftOut) ? `${formatCount(problemCount, 'line needs', 'lines need')} a look: see below which, and why.` : `${formatCount(problemCount, 'mail address', 'mail addresses')} cannot be used.`)
  return sentences
}

export function sayKind({ kind, matchedBy, sameNameExists }: PlannedAccount): string {
  if (kind === 'known') return matchedBy === 'mail' ? 'Already here, by a mail address' : 'Already here, by its web domain'
  return sameNameExists ? 'New, though an account of this name exists' : 'New'
}

/** What a planned account gets, in a few words. */
export function sayBrings({ profile, people }: PlannedAccount): string {
  const fields = [profile.domain, profile.industry, profile.size, profile.owner].filter((value) => value !== '')
  const names = people.slice(0, namedPeople).map(({ name }) => name)
  const more = people.length - names.length
  return [...fields, ...(names.length === 0 ? [] : [more > 0 ? `${names.join(', ')} and ${formatNumber(more)} more` : formatList(names)])].join(' · ')
}

const namedPeople = 3

export function sayLines(lines: readonly number[]): string {
  const named = lines.slice(0, namedLines).map((line) => formatNumber(line))
  const more = lines.length - named.length
  return `${lines.length === 1 ? 'Line' : 'Lines'} ${more > 0 ? `${named.join(', ')} and ${formatNumber(more)} more` : formatList(named)}`
}

const namedLines = 4

export function isLeftOut({ problem }: IntakeProblem): boolean {
  return problem !== 'mailNotValid'
}

export function sayProblem({ problem, value }: IntakeProblem): string {
  const shown = value.length > 60 ? `${value.slice(0, 60)}…` : value
  switch (problem) {
    case 'nameMissing':
      return shown === '' ? 'Left out: it has no name of an account.' : `Left out: it has no name, and no account here has ${shown}.`
    case 'nameTooLong':
      return `Left out: the name is longer than 120 characters (“${shown}”).`
    case 'mailNotValid':
      return `Taken in without the mail: “${shown}” is no mail address.`
  }
}
