import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import form from '../../../ui/Form.module.css'
import type { CriterionDraft, DraftProblems } from './criterionDraft'

interface MustHaveFieldsProps {
  readonly draft: CriterionDraft
  readonly problems: DraftProblems
  readonly onChange: (part: Partial<CriterionDraft>) => void
}

/** The gate: an option that does not meet it is out of the ranking, ours too. */
export function MustHaveFields({ draft, problems, onChange }: MustHaveFieldsProps) {
  const answers =
    draft.scale === 'yesNo'
      ? [
          { value: 'yes', label: 'Yes' },
          { value: 'no', label: 'No' },
        ]
      : draft.categories
          .filter((category) => category.label.trim() !== '')
          .map((category) => ({ value: String(category.line), label: category.label }))
  return (
    <fieldset className={form.group}>
      <Checkbox
        label="Must-have"
        description="An option that does not meet it leaves the ranking, ours too"
        checked={draft.mustHave}
        onChange={(event) => onChange({ mustHave: event.currentTarget.checked })}
      />
      {draft.mustHave && draft.scale === 'number' && (
        <div className={form.pair}>
          <TextInput
            label="At least"
            inputMode="decimal"
            value={draft.mustAtLeast}
            error={problems.mustAtLeast}
            onChange={(event) => onChange({ mustAtLeast: event.currentTarget.value })}
          />
          <TextInput
            label="At most"
            inputMode="decimal"
            value={draft.mustAtMost}
            error={problems.mustAtMost}
            onChange={(event) => onChange({ mustAtMost: event.currentTarget.value })}
          />
        </div>
      )}
      {draft.mustHave && draft.scale !== 'number' && (
        <NativeSelect
          label="Needed answer"
          value={draft.mustEqual}
          error={problems.mustEqual}
          data={[{ value: '', label: 'Choose…' }, ...answers]}
          onChange={(event) => onChange({ mustEqual: event.currentTarget.value })}
        />
      )}
    </fieldset>
  )
}
