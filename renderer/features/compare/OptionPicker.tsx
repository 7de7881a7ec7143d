import { Button, Checkbox, Popover } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import type { OptionFacts } from '#shared/domain/comparison/ComparisonFacts'
import classes from './OptionPicker.module.css'

interface OptionPickerProps {
  /** Those that could stand in the table, in its order. */
  readonly options: readonly OptionFacts[]
  readonly hidden: ReadonlySet<string>
  readonly onChange: (hidden: ReadonlySet<string>) => void
}

/** Which columns to look at for the moment. Nothing is ruled out by it, and nothing is kept. */
export function OptionPicker({ options, hidden, onChange }: OptionPickerProps) {
  const shown = options.filter(({ id }) => !hidden.has(id)).length
  const toggle = (id: string): void => {
    const next = new Set(hidden)
    if (!next.delete(id)) next.add(id)
    onChange(next)
  }
  return (
    <Popover position="bottom-start" trapFocus returnFocus withRoles={false}>
      <Popover.Target>
        <Button leftSection={<IconColumns3 size={15} />} aria-haspopup="dialog" data-pressed={shown < options.length || undefined}>
          {shown} of {options.length} options
        </Button>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label="Options to look at">
        <div className={classes.list}>
          {options.map(({ id, name }) => (
            <Checkbox key={id} label={name} checked={!hidden.has(id)} disabled={!hidden.has(id) && shown === 1} onChange={() => toggle(id)} />
          ))}
          {hidden.size > 0 && (
            <Button size="compact-sm" onClick={() => onChange(new Set())}>
              Show all
            </Button>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  )
}
