import Papa from 'papaparse'
import { err, ok, type Result } from '#shared/base/Result'
import type { IntakeTable } from '#shared/domain/intake/intakeTable'

export type ListProblem = { readonly kind: 'notAList' | 'tooLarge'; readonly message: string }

/** A list of customers is small; anything larger is something else, or wants to be cut first. */
export const longestListBytes = 10 * 1024 * 1024
const mostLines = 20_000
const mostColumns = 200
const longestCell = 20_000

/**
 * Reads a list with a line of headings: comma, semicolon or tab between the cells, UTF-8 or the older
 * code page of Windows. Cells are trimmed and cut at 20,000 characters; they are text, whatever they look like.
 */
export function readList(bytes: Uint8Array): Result<IntakeTable, ListProblem> {
  if (bytes.byteLength > longestListBytes) return err({ kind: 'tooLarge', message: 'This list is larger than 10 MB. Cut it into smaller ones and take them in one after the other.' })
  const text = decode(bytes)
  if (text.includes('\u0000')) return err({ kind: 'notAList', message: 'This is not a list in text form. Save it as CSV in the other program and choose that file.' })
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: 'greedy', preview: mostLines + 2 })
  const [columns, ...lines] = data.map((cells) => cells.slice(0, mostColumns).map((cell) => cell.trim().slice(0, longestCell)))
  if (columns === undefined || columns.every((column) => column === '')) return err({ kind: 'notAList', message: 'This file has no line of headings. The first line has to name the columns.' })
  if (lines.length === 0) return err({ kind: 'notAList', message: 'This list has headings and nothing below them.' })
  if (lines.length > mostLines) return err({ kind: 'tooLarge', message: 'This list has more than 20,000 lines. Cut it into smaller ones and take them in one after the other.' })
  return ok({ columns, lines })
}

function decode(bytes: Uint8Array): string {
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  if (utf16) return new TextDecoder('utf-16le').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
