import { err, ok, type Result } from '#shared/base/Result'
import { formatRange } from '#shared/domain/schema/range'

const notKnownWords = ['', '?', 'not known', 'unknown']
const rangePattern = /^(.+?)\s*(?:\.\.+|…|–|—|\bto\b)\s*(.+)$/i
/** A hyphen is a range only between two numbers; in front of one it is a minus. */
const hyphenRangePattern = /^(.*\d[^-]*?)\s*-\s*(-?[^-]*\d.*)$/

/**
 * Reads what somebody typed into a cell of a number scale: `12`, `€1,200`, `8..10`, `8–10 weeks`, and
 * nothing or `?` for not known. The answer is what the cell stores, or a sentence that says what would do.
 */
export function parseCell(typed: string, unit: string): Result<number | string | null, string> {
  const text = typed.trim()
  if (notKnownWords.includes(text.toLowerCase())) return ok(null)
  const single = parseNumber(text, unit)
  if (single !== null) return ok(single)
  const match = rangePattern.exec(text) ?? hyphenRangePattern.exec(text)
  if (match) {
    const [lo, hi] = [parseNumber(match[1] ?? '', unit), parseNumber(match[2] ?? '', unit)]
    if (lo !== null && hi !== null && lo > hi) return err(`The smaller number comes first: ${hi}–${lo}.`)
    if (lo !== null && hi !== null) return ok(lo === hi ? lo : formatRange({ lo, hi }))
  }
  return err(`“${text}” is not a number. Type 12, a range like 8–10, or ? for not known.`)
}

function parseNumber(typed: string, unit: string): number | null {
  const words = unit.trim().toLowerCase()
  let text = typed
    .trim()
    .toLowerCase()
    .replace(/−/g, '-')
    .replace(/^[€$£¥]\s*|^-\s*(?=\d)/, (sign) => (sign.startsWith('-') ? '-' : ''))
  if (words !== '' && text.endsWith(words)) text = text.slice(0, -words.length).trimEnd()
  if (words !== '' && text.startsWith(words)) text = text.slice(words.length).trimStart()
  const thousand = /^(.*\d)\s*k$/.exec(text)
  if (thousand) text = thousand[1] ?? ''
  text = text.replace(/(?<=\d)[\s'’](?=\d{3}(\D|$))/g, '')
  if (/^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(text)) text = text.replaceAll(',', '')
  // A comma with one, two or many digits behind it cannot part thousands: somebody writes decimals that way.
  else if (/^-?\d+,\d+$/.test(text)) text = text.replace(',', '.')
  if (!/^-?(\d+(\.\d*)?|\.\d+)(e-?\d+)?$/.test(text)) return null
  const number = Number(text) * (thousand ? 1_000 : 1)
  return Number.isFinite(number) ? number : null
}
