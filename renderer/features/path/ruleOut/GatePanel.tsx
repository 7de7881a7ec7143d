import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import { IconCheck, IconCircleX, IconHelpCircle, IconPencil, IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { OptionKind } from '#shared/domain/account/Account'
import { isFixedOption } from '#shared/domain/comparison/fixedOptions'
import type { MustHaveState } from '#shared/domain/decision/Evaluation'
import { Panel } from '../../../ui/Panel'
import { QuickAdd } from '../../../ui/QuickAdd'
import { choicesOf, optionKindWords } from '../../../ui/words'
import type { MustHaveRow, MustHaveTable } from './mustHaveTable'
import classes from './RuleOut.module.css'

interface GatePanelProps {
  readonly table: MustHaveTable
  readonly canMustHave: boolean
  readonly onAddOption: (name: string, kind: OptionKind) => boolean
  readonly onSetAside: (optionId: string) => void
  /** Null: to choose which. */
  readonly onMustHave: (criterionId: string | null) => void
}

const kinds = choicesOf(optionKindWords).filter(({ value }) => !isFixedOption(value))

/** Every option against every must-have, in words. */
export function GatePanel({ table: { mustHaves, rows }, canMustHave, onAddOption, onSetAside, onMustHave }: GatePanelProps) {
  const [kind, setKind] = useState<OptionKind>('rival')
  return (
    <Panel
      title="What is not acceptable"
      actions={
        canMustHave && (
          <Button leftSection={<IconPlus size={15} />} onClick={() => onMustHave(null)}>
            Set a must-have
          </Button>
        )
      }
    >
      <QuickAdd label="What could you choose?" placeholder="An option, ours or another" button="Add option" maxLength={80} onAdd={(name) => onAddOption(name, kind)}>
        <NativeSelect
          label="What it is"
          data={[...kinds]}
          value={kind}
          onChange={(event) => setKind(kinds.find(({ value }) => value === event.currentTarget.value)?.value ?? 'rival')}
        />
      </QuickAdd>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <caption className={classes.caption}>
            {mustHaves.length === 0
              ? canMustHave
                ? 'No must-have is set. A must-have puts out every option that does not meet it, ours too.'
                : 'No must-have is set. Matters turns needs into criteria; any of them can become a must-have here.'
              : 'An option that does not meet a must-have is out, ours too.'}
          </caption>
          <thead>
            <tr>
              <th scope="col">Option</th>
              {mustHaves.map(({ criterion, limit }) => (
                <th key={criterion.id} scope="col">
                  <span className={classes.limit}>
                    {criterion.name}: {limit}
                    <ActionIcon size={24} aria-label={`Edit must-have: ${criterion.name}`} onClick={() => onMustHave(criterion.id)}>
                      <IconPencil size={14} />
                    </ActionIcon>
                  </span>
                </th>
              ))}
              <th scope="col">Together</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.option.id}>
                <th scope="row">
                  {row.option.name}
                  <span className={classes.kind}>{optionKindWords[row.option.kind]}</span>
                </th>
                {row.cells.map((cell) => (
                  <td key={cell.criterionId}>{row.state === 'notMet' ? '' : <StateWords state={cell.state} value={cell.value} />}</td>
                ))}
                <td>{together(row)}</td>
                <td className={classes.action}>
                  <Button size="compact-sm" aria-label={`Set aside ${row.option.name}`} onClick={() => onSetAside(row.option.id)}>
                    Set aside
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

const looks = {
  pass: { icon: IconCheck, word: 'passes' },
  fail: { icon: IconCircleX, word: 'fails' },
  unknown: { icon: IconHelpCircle, word: 'not known' },
} as const

function StateWords({ state, value }: { readonly state: MustHaveState; readonly value: string }) {
  const { icon: StateIcon, word } = looks[state]
  return (
    <span className={classes.state} data-state={state}>
      <StateIcon size={14} aria-hidden />
      {word}
      {value !== 'not known' && `: ${value}`}
    </span>
  )
}

function together({ state }: MustHaveRow): string {
  switch (state) {
    case 'pass':
      return 'Still in'
    case 'fail':
      return 'Out'
    case 'unknown':
      return 'Still in, if confirmed'
    case 'notMet':
      return 'Nobody has met it yet'
  }
}
