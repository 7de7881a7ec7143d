import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import form from '../../../ui/Form.module.css'
import classes from './CategoryFields.module.css'
import { emptyCategory, type CategoryDraft } from './criterionDraft'

interface CategoryFieldsProps {
  readonly categories: readonly CategoryDraft[]
  readonly problem: string | undefined
  readonly onChange: (categories: readonly CategoryDraft[]) => void
}

/** The possible answers, each with how good it is. */
export function CategoryFields({ categories, problem, onChange }: CategoryFieldsProps) {
  const change = (line: number, part: Partial<CategoryDraft>): void =>
    onChange(categories.map((category) => (category.line === line ? { ...category, ...part } : category)))
  const nextLine = Math.max(-1, ...categories.map((category) => category.line)) + 1
  return (
    <div>
      <div className={classes.line} aria-hidden>
        <span className={classes.head}>Answer</span>
        <span className={classes.head}>How good, 0 to 100</span>
      </div>
      <ul className={classes.lines}>
        {categories.map((category, index) => (
          <li key={category.line} className={classes.line}>
            <TextInput
              aria-label={`Answer ${index + 1}`}
              maxLength={60}
              value={category.label}
              onChange={(event) => change(category.line, { label: event.currentTarget.value })}
            />
            <TextInput
              aria-label={`How good answer ${index + 1} is, 0 to 100`}
              inputMode="numeric"
              maxLength={3}
              value={category.value}
              onChange={(event) => change(category.line, { value: event.currentTarget.value })}
            />
            <ActionIcon
              aria-label={`Remove answer ${index + 1}`}
              onClick={() => onChange(categories.filter((other) => other.line !== category.line))}
            >
              <IconX size={15} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {problem && (
        <p className={form.problem} role="alert">
          {problem}
        </p>
      )}
      <Button
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        onClick={() => onChange([...categories, emptyCategory(nextLine)])}
      >
        Add answer
      </Button>
    </div>
  )
}
