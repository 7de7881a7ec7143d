import { NativeSelect } from '@mantine/core'
import { IconAlertTriangle, IconFileText } from '@tabler/icons-react'
import { intakeFields, type IntakeField, type IntakeMapping } from '#shared/domain/intake/intakeTable'
import type { ChosenList } from '#shared/ipc/contract'
import { formatCount } from '#shared/text/format'
import { fieldWords, meaningOf, missingIn, noteOn } from './intakeWords'
import classes from './Intake.module.css'

interface ColumnsStepProps {
  readonly list: ChosenList
  readonly mapping: IntakeMapping
  readonly onMean: (column: number, field: IntakeField | null) => void
}

const choices = [{ value: '', label: 'Not taken in' }, ...intakeFields.map((field) => ({ value: field, label: fieldWords[field] }))]

/** The columns of a list with what they hold, and what each is taken for. */
export function ColumnsStep({ list, mapping, onMean }: ColumnsStepProps) {
  const missing = missingIn(mapping)
  const note = missing ?? noteOn(mapping)
  return (
    <>
      <p className={classes.file}>
        <IconFileText size={16} aria-hidden />
        <strong>{list.fileName}</strong>
        <span className={classes.quiet}>
          {formatCount(list.columns.length, 'column')}, {formatCount(list.lines, 'line')} below the headings
        </span>
      </p>
      {note !== null && (
        <p className={classes.note} role="status" data-missing={missing !== null || undefined}>
          <IconAlertTriangle size={16} aria-hidden />
          {note}
        </p>
      )}
      <table className={classes.columns}>
        <thead>
          <tr>
            <th scope="col">Column</th>
            <th scope="col">First lines</th>
            <th scope="col" className={classes.meaning}>
              Holds
            </th>
          </tr>
        </thead>
        <tbody>
          {list.columns.map((column, index) => (
            <tr key={`${index} ${column}`}>
              <th scope="row">{column || `Column ${index + 1}`}</th>
              <td className={classes.samples}>{samplesOf(list, index)}</td>
              <td>
                <NativeSelect
                  aria-label={`What “${column || `Column ${index + 1}`}” holds`}
                  data={choices}
                  value={meaningOf(index, mapping) ?? ''}
                  onChange={(event) => onMean(index, intakeFields.find((field) => field === event.currentTarget.value) ?? null)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function samplesOf({ firstLines }: ChosenList, column: number): string {
  const values = firstLines.map((cells) => cells[column] ?? '').filter((value) => value !== '')
  return values.length === 0 ? '(empty)' : [...new Set(values)].slice(0, 3).join(' · ')
}
