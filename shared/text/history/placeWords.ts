import type { Account, Comparison } from '../../domain/account/Account'
import { valueAt } from '../../domain/edit/valueAt'
import type { FieldPlace } from '../../domain/history/AccountFact'

type Plain = { readonly [key: string]: unknown }

/** One of each collection, as the reader calls it. */
const collectionWords: { readonly [collection: string]: string } = {
  people: 'person',
  needs: 'need',
  comparisons: 'comparison',
  options: 'option',
  criteria: 'criterion',
  categories: 'answer',
  evidence: 'source',
  findings: 'finding',
  contradictions: 'contradiction',
  meetings: 'meeting',
  promises: 'promise',
  questions: 'question',
  reviews: 'review',
  remarks: 'remark',
  briefs: 'brief',
}

/** Fields whose name alone says too little or too much. */
const knownFields: { readonly [field: string]: string } = {
  cellValue: 'answer',
  cellNote: 'internal note',
  cellEvidence: 'source',
  agreedPoints: 'agreed weight',
  attends: 'attendance',
  points: 'weight',
  lo: 'lower end of the scale',
  hi: 'upper end of the scale',
  deletedAt: 'removal',
  order: 'place in the list',
  setAsideOn: 'setting aside',
  setAsideReason: 'reason for setting aside',
  buyingRole: 'part in the decision',
  saidBy: 'speaker',
  ourView: 'our view',
  ourReason: 'reason for our view',
  mustAtLeast: 'must-have minimum',
  mustAtMost: 'must-have maximum',
  mustEqual: 'must-have answer',
  paidBy: 'payer of the advice',
  chosenOption: 'choice',
  chosenOn: 'day of the choice',
  chosenWhy: 'reason of the choice',
  agreedOn: 'day of agreement',
  agreedWith: 'partner of the agreement',
  saidOn: 'day it was said',
  confirmedOn: 'day of confirmation',
  confirmedBy: 'confirmer',
  observedOn: 'day it was seen',
  expiresOn: 'day it expires',
  readBy: 'reader',
  readOn: 'day it was read',
  madeOn: 'day it was made',
  dueOn: 'due day',
  closedOn: 'day it was closed',
  askedOn: 'day it was asked',
  answeredOn: 'day of the answer',
  startsAt: 'beginning',
  endsAt: 'end',
  who: 'promiser',
  settledBy: 'what would settle it',
  oneFinding: 'first finding',
  otherFinding: 'second finding',
  ownerSide: 'side of the owner',
  cleared: 'clearance for the buyer',
  needsToKnow: 'what to know',
}

/** The thing at a path by its kind and name: `the option VW ID.3`, `the account`. */
export function sayThing(account: Account, at: string): string {
  const path = at.split('/')
  if (path.length === 1) return 'the account'
  const word = collectionWords[path.at(-2) ?? ''] ?? 'entry'
  const name = saidNameAt(account, path)
  return name === '' ? `${/^[aeo]/.test(word) ? 'an' : 'a'} ${word}` : `the ${word} ${name}`
}

/** What a thing lies in, as the end of a sentence: ` in Which car?`; empty at the top. */
export function sayOwner(account: Account, at: string): string {
  const path = at.split('/')
  if (path.length <= 2) return ''
  const name = nameAt(account, path.slice(0, -2))
  return name === '' ? '' : ` in ${quoted(name)}`
}

/** A leaf of the account: `Price of VW ID.3 in “Which car?”`, `notes of the account`. */
export function sayPlace(account: Account, { at, field, key }: FieldPlace): string {
  if (key !== null) return sayKey(account, at, field, key)
  const name = properNameAt(account, at.split('/'))
  return `${fieldWords(field)} of ${name === '' ? sayThing(account, at) : name}${sayOwner(account, at)}`
}

/** `mustHave` → `must have`: good enough for a field without words of its own. */
export function fieldWords(field: string): string {
  return knownFields[field] ?? field.replace(/([A-Z])/g, ' $1').toLowerCase()
}

/** What somebody called the thing at a path, or what it says; empty where it does neither. */
export function nameAt(account: Account, path: readonly string[]): string {
  return properNameAt(account, path) || firstText(account, path, ['quote', 'claim', 'text'])
}

/** As `nameAt`, with what is a sentence in quotation marks. */
function saidNameAt(account: Account, path: readonly string[]): string {
  const proper = properNameAt(account, path)
  const sentence = proper === '' ? nameAt(account, path) : ''
  return sentence === '' ? proper : quoted(sentence)
}

/** Singletons have no name of their own: what is called so there is a field. */
function properNameAt(account: Account, path: readonly string[]): string {
  return path.length === 1 ? '' : firstText(account, path, ['name', 'title', 'label', 'sourceTitle'])
}

function firstText(account: Account, path: readonly string[], fields: readonly string[]): string {
  const plain = valueAt(account, path)
  if (typeof plain !== 'object' || plain === null) return ''
  const found = fields.map((field) => (plain as Plain)[field]).find((words) => typeof words === 'string' && words.trim() !== '')
  return typeof found === 'string' ? shortened(found.trim(), nameLimit) : ''
}

/** The comparison a path lies in. */
export function comparisonAt(account: Account, at: string): Comparison | undefined {
  const [collection, id] = at.split('/')
  return collection === 'comparisons' && id !== undefined && Object.hasOwn(account.comparisons, id) ? account.comparisons[id] : undefined
}

/** At most so many characters, with a sign that there is more. */
export function shortened(text: string, limit: number): string {
  const line = text.replace(/\s+/g, ' ')
  const letters = Array.from(line)
  return letters.length <= limit ? line : `${letters.slice(0, limit - 1).join('').trimEnd()}…`
}

export function quoted(text: string): string {
  return `“${text}”`
}

/** A cell and its like: the criterion names it, the option owns it. */
function sayKey(account: Account, at: string, field: string, key: string): string {
  const ids = key.split(':')
  const comparison = comparisonAt(account, at)
  if (!comparison) return sayMeetingKey(account, at, field, ids)
  const option = comparison.options[ids[0] ?? '']?.name ?? ''
  const criterion = (comparison.criteria[ids[1] ?? ''] ?? comparison.criteria[ids[0] ?? ''])?.name ?? ''
  const owner = comparison.title === '' ? '' : ` in ${quoted(comparison.title)}`
  const cell = [criterion, option].filter((name) => name !== '').join(' of ') || 'a cell'
  return field === 'cellValue' ? `${cell}${owner}` : `${fieldWords(field)} of ${cell}${owner}`
}

function sayMeetingKey(account: Account, at: string, field: string, ids: readonly string[]): string {
  const person = account.people[ids[0] ?? '']?.name ?? ''
  const meeting = nameAt(account, at.split('/'))
  return `${fieldWords(field)}${person === '' ? '' : ` of ${person}`}${meeting === '' ? '' : ` at ${quoted(meeting)}`}`
}

const nameLimit = 60
