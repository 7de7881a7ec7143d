import type { Account } from '../../domain/account/Account'
import { shownValue } from '../../domain/comparison/cellDisplay'
import type { FieldPlace } from '../../domain/history/AccountFact'
import { locate } from '../../domain/schema/locate'
import type { Scalar } from '../../domain/schema/fields'
import { formatNumber, formatQuantity, formatRange } from '../format'
import { formatDay } from '../formatDate'
import { comparisonAt, nameAt, quoted, shortened } from './placeWords'

/** The value of a leaf as its reader would write it: `€37,000`, `yes`, `12 Nov 2026`, `“Quiet at night.”`, `nothing`. */
export function sayValue(account: Account, place: FieldPlace, value: Scalar): string {
  if (value === null || value === '') return 'nothing'
  const cell = place.field === 'cellValue' && place.key !== null ? sayCellValue(account, place.at, place.key, value) : null
  if (cell !== null) return cell
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value === 'number') return formatNumber(value)
  const entity = locate(place.at)
  const field = entity?.kind === 'entity' ? entity.spec.fields[place.field] : undefined
  switch (field?.kind) {
    case 'day':
      return formatDay(value)
    case 'moment':
      return formatDay(value.slice(0, 'yyyy-MM-dd'.length))
    case 'choice':
      return value.replace(/([A-Z])/g, ' $1').toLowerCase()
    case 'reference':
      return sayReference(account, place.at, value)
    default:
      return quoted(shortened(value, valueLimit))
  }
}

function sayCellValue(account: Account, at: string, key: string, value: Scalar): string | null {
  const comparison = comparisonAt(account, at)
  const criterion = comparison?.criteria[key.split(':')[1] ?? '']
  if (!criterion) return null
  const shown = shownValue(criterion, value)
  const unit = criterion.unit.trim() || null
  switch (shown.kind) {
    case 'number':
      return formatQuantity(shown.value, unit)
    case 'range':
      return formatRange(shown.lo, shown.hi, unit)
    case 'yesNo':
      return shown.isYes ? 'yes' : 'no'
    case 'category':
      return quoted(shown.label)
    case 'notKnown':
      return 'not known'
  }
}

/** The name of what is pointed at, wherever in the account it lies. */
function sayReference(account: Account, at: string, id: string): string {
  if (id === 'yes' || id === 'no') return id
  const near = at.split('/').slice(0, 2)
  const places = [...Object.keys(account).map((name) => [name]), ...['options', 'criteria'].map((name) => [...near, name])]
  const name = places.map((place) => nameAt(account, [...place, id])).find((found) => found !== '')
  return name === undefined ? 'an entry without a name' : quoted(name)
}

const valueLimit = 120
