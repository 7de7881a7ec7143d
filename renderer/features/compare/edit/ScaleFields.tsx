import { Radio, TextInput } from '@mantine/core'
import form from '../../../ui/Form.module.css'
import { CategoryFields } from './CategoryFields'
import { isLessBetter, type CriterionDraft, type DraftProblems } from './criterionDraft'

interface ScaleFieldsProps {
  readonly draft: CriterionDraft
  readonly problems: DraftProblems
  readonly hasAnswers: boolean
  readonly onChange: (part: Partial<CriterionDraft>) => void
}

/** How the question is answered, and which answers are the worst and the best. */
export function ScaleFields({ draft, problems, hasAnswers, onChange }: ScaleFieldsProps) {
  const lessIsBetter = isLessBetter(draft)
  return (
    <fieldset className={form.group}>
      <Radio.Group
        label="Answered by"
        value={draft.scale}
        onChange={(value) => onChange({ scale: value === 'yesNo' || value === 'category' ? value : 'number', mustEqual: '' })}
        {...(hasAnswers && { description: 'Answers in the table that do not fit show as not known' })}
      >
        <div className={form.radios}>
          <Radio value="number" label="A number" />
          <Radio value="yesNo" label="Yes or no" />
          <Radio value="category" label="One of a few answers" />
        </div>
      </Radio.Group>
      {draft.scale === 'number' && (
        <>
          <div className={form.triple}>
            <TextInput
              label="Unit"
              placeholder="weeks, EUR, %"
              maxLength={24}
              value={draft.unit}
              onChange={(event) => onChange({ unit: event.currentTarget.value })}
            />
            <TextInput
              label="Worst"
              inputMode="decimal"
              value={draft.worst}
              error={problems.worst}
              onChange={(event) => onChange({ worst: event.currentTarget.value })}
            />
            <TextInput
              label="Best"
              inputMode="decimal"
              value={draft.best}
              error={problems.best}
              onChange={(event) => onChange({ best: event.currentTarget.value })}
            />
          </div>
          <p className={form.lead}>
            The worst and the best that could happen here, not of these options: adding an option must not move them.
            {lessIsBetter !== null && (lessIsBetter ? ' Less is better.' : ' More is better.')}
          </p>
        </>
      )}
      {draft.scale === 'yesNo' && (
        <Radio.Group label="Better answer" value={draft.betterAnswer} onChange={(value) => onChange({ betterAnswer: value === 'no' ? 'no' : 'yes' })}>
          <div className={form.radios}>
            <Radio value="yes" label="Yes" />
            <Radio value="no" label="No" />
          </div>
        </Radio.Group>
      )}
      {draft.scale === 'category' && (
        <CategoryFields categories={draft.categories} problem={problems.categories} onChange={(categories) => onChange({ categories })} />
      )}
    </fieldset>
  )
}
