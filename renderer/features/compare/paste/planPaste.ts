import { err, ok, type Result } from '#shared/base/Result'
import type { CriterionFacts, OptionFacts } from '#shared/domain/comparison/ComparisonFacts'
import type { Scalar } from '#shared/domain/schema/fields'
import { inOrder } from '#shared/domain/schema/order'
import { parseCell } from '../grid/parseCell'

export interface PastedCell {
  readonly criterion: CriterionFacts
  readonly option: OptionFacts
  readonly typed: string
  /** What the cell will hold, or why it stays as it is. */
  readonly read: Result<Scalar, string>
}

export interface PastePlan {
  readonly cells: readonly PastedCell[]
  /** Cells that lie beyond the table, or on an option that has no answers. */
  readonly outside: number
}

/**
 * What pasting would do, from a cell to the right and down over the rows and columns as they are shown.
 * An empty cell changes nothing; `?` means not known.
 */
export function planPaste(pasted: readonly (readonly string[])[], criteria: readonly CriterionFacts[], options: readonly OptionFacts[]): PastePlan {
  const cells: PastedCell[] = []
  let outside = 0
  for (const [row, texts] of pasted.entries()) {
    for (const [column, text] of texts.entries()) {
      const typed = text.trim()
      if (typed === '') continue
      const [criterion, option] = [criteria[row], options[column]]
      if (!criterion || !option || option.kind === 'newcomer') outside += 1
      else cells.push({ criterion, option, typed, read: readAnswer(criterion, typed) })
    }
  }
  return { cells, outside }
}

const yesWords = ['yes', 'y', 'true', '✓', '✔', 'x']
const noWords = ['no', 'n', 'false', '✗', '✘', '-', '–']
const notKnownWords = ['?', 'not known', 'unknown', 'n/a']

function readAnswer(criterion: CriterionFacts, typed: string): Result<Scalar, string> {
  const word = typed.toLowerCase()
  if (notKnownWords.includes(word)) return ok(null)
  switch (criterion.scale) {
    case 'number':
      return parseCell(typed, criterion.unit)
    case 'yesNo':
      if (yesWords.includes(word)) return ok(true)
      return noWords.includes(word) ? ok(false) : err(`“${typed}” is neither yes nor no.`)
    case 'category': {
      const category = inOrder(criterion.categories).find((candidate) => candidate.label.trim().toLowerCase() === word)
      return category ? ok(category.id) : err(`“${typed}” is none of the possible answers.`)
    }
  }
}
