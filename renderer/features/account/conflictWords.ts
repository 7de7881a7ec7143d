import type { Account } from '#shared/domain/account/Account'
import { shownValue } from '#shared/domain/comparison/cellDisplay'
import type { Scalar } from '#shared/domain/schema/fields'
import type { Conflict } from '#shared/ipc/contract'
import { formatNumber, formatQuantity, formatRange } from '#shared/text/format'
import { formatDay } from '#shared/text/formatDate'

export interface ConflictWords {
  /** Where it is, from the outside in: "Warehouse 2027 · Cost". */
  readonly place: string
  readonly field: string
  readonly valueWords: (value: Scalar) => string
}

const collectionWords: { readonly [collection: string]: string } = {
  people: 'Person',
  needs: 'Need',
  comparisons: 'Comparison',
  options: 'Option',
  criteria: 'Criterion',
  categories: 'Answer',
  evidence: 'Source',
}

/** Where two members disagree, in the words of the screen they did it on. */
export function conflictWords(account: Account, conflict: Conflict): ConflictWords {
  const cell = cellWords(account, conflict)
  if (cell) return cell
  return { place: placeWords(account, conflict.at), field: fieldWords(conflict.field), valueWords: plainWords }
}

function cellWords(account: Account, { at, field, key }: Conflict): ConflictWords | null {
  const [collection, comparisonId] = at.split('/')
  const comparison = collection === 'comparisons' && comparisonId !== undefined ? account.comparisons[comparisonId] : undefined
  if (!comparison || key === null) return null
  const ids = key.split(':')
  const option = comparison.options[ids[0] ?? '']
  const criterion = comparison.criteria[ids[1] ?? ''] ?? comparison.criteria[ids[0] ?? '']
  const place = [comparison.title, ...(option ? [option.name] : []), ...(criterion ? [criterion.name] : [])].join(' · ')
  return {
    place,
    field: fieldWords(field),
    valueWords: (value) => {
      if (field !== 'cellValue' || !criterion) return plainWords(value)
      const shown = shownValue(criterion, value)
      const unit = criterion.unit.trim() || null
      if (shown.kind === 'category') return shown.label
      if (shown.kind === 'number') return formatQuantity(shown.value, unit)
      if (shown.kind === 'range') return formatRange(shown.lo, shown.hi, unit)
      return shown.kind === 'yesNo' ? plainWords(shown.isYes) : 'Not known'
    },
  }
}

function placeWords(account: Account, at: string): string {
  if (at === 'profile') return 'Account'
  const path = at.split('/')
  let value: unknown = account
  const names: string[] = []
  for (let index = 0; index < path.length; index += 2) {
    const [collection = '', id = ''] = path.slice(index, index + 2)
    value = (value as { readonly [name: string]: { readonly [id: string]: unknown } } | undefined)?.[collection]?.[id]
    names.push(nameOf(value) || (collectionWords[collection] ?? collection))
  }
  return names.join(' · ')
}

function nameOf(entity: unknown): string {
  if (typeof entity !== 'object' || entity === null) return ''
  const { name, title, quote, sourceTitle, label } = entity as { readonly [field: string]: unknown }
  const found = [title, name, label, sourceTitle, quote].find((text) => typeof text === 'string' && text.trim() !== '')
  return typeof found === 'string' ? found : ''
}

const knownFields: { readonly [field: string]: string } = {
  cellValue: 'Answer',
  cellNote: 'Internal note',
  cellEvidence: 'Source used',
  agreedPoints: 'Agreed weight',
  points: 'Weight',
  deletedAt: 'Removed or kept',
  order: 'Place in the list',
  lo: 'Lower end of the scale',
  hi: 'Upper end of the scale',
}

/** `mustAtMost` → "Must at most": good enough for a field without words of its own. */
function fieldWords(field: string): string {
  const words = field.replace(/([A-Z])/g, ' $1').toLowerCase()
  return knownFields[field] ?? words.charAt(0).toUpperCase() + words.slice(1)
}

function plainWords(value: Scalar): string {
  if (value === null || value === '') return 'Empty'
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') return formatNumber(value)
  return /^\d{4}-\d{2}-\d{2}$/.test(value) ? formatDay(value) : value
}
