import { useState } from 'react'
import type { Account, Comparison } from '#shared/domain/account/Account'
import { bringBackEdits, setAsideEdits } from '#shared/domain/comparison/fixedOptions'
import { optionsLeft } from '#shared/domain/path/optionsLeft'
import { inOrder } from '#shared/domain/schema/order'
import { useEntityActions } from '../../../model/actions/useEntityActions'
import { useModel } from '../../../model/ModelContext'
import { SetAsideDialog } from '../../../ui/SetAsideDialog'
import pages from '../PathPage.module.css'
import { ArgumentsPanel } from './ArgumentsPanel'
import { GatePanel } from './GatePanel'
import { LeaversPanel } from './LeaversPanel'
import { MustHaveDialog } from './MustHaveDialog'
import { mustHaveTable } from './mustHaveTable'

interface RuleOutPageProps {
  readonly accountId: string
  readonly account: Account
  readonly comparison: Comparison
  readonly today: string
}

type RuleOutDialog = { readonly kind: 'none' } | { readonly kind: 'mustHave'; readonly criterionId: string | null } | { readonly kind: 'setAside'; readonly optionId: string }

/** What is not acceptable, who leaves and why, and what speaks for leaving things as they are. */
export function RuleOutPage({ accountId, account, comparison, today }: RuleOutPageProps) {
  const actions = useEntityActions(accountId)
  const onTyping = useModel().account.getState().typing
  const [dialog, setDialog] = useState<RuleOutDialog>({ kind: 'none' })
  const close = (): void => setDialog({ kind: 'none' })
  const { left, leavers, analysis } = optionsLeft(account, comparison, today)
  const at = `comparisons/${comparison.id}`
  const setAside = dialog.kind === 'setAside' ? comparison.options[dialog.optionId] : undefined
  return (
    <div className={pages.page}>
      <GatePanel
        table={mustHaveTable(comparison, analysis)}
        onAddOption={(name, kind) => actions.add(`${at}/options`, { name, kind }, 'new option') !== null}
        onSetAside={(optionId) => setDialog({ kind: 'setAside', optionId })}
        onMustHave={(criterionId) => setDialog({ kind: 'mustHave', criterionId })}
        canMustHave={inOrder(comparison.criteria).length > 0}
      />
      <div className={pages.columns}>
        <div className={pages.column}>
          <ArgumentsPanel
            options={left.filter(({ kind }) => kind === 'stayAsIs' || kind === 'inHouse')}
            onWrite={({ id, argument }, text) => actions.writeProse(`${at}/options/${id}`, 'argument', argument, text, 'argument of an option')}
            onTyping={onTyping}
          />
        </div>
        <div className={pages.column}>
          <LeaversPanel
            leavers={leavers}
            comparison={comparison}
            onReason={(id, reason) => actions.write(`${at}/options/${id}`, 'setAsideReason', reason, 'reason')}
            onBringBack={(id) => actions.send(bringBackEdits(comparison.id, id), { label: 'brought back' })}
            onTyping={onTyping}
          />
        </div>
      </div>
      {dialog.kind === 'mustHave' && (
        <MustHaveDialog
          criteria={inOrder(comparison.criteria)}
          criterionId={dialog.criterionId}
          onSave={(id, fields) => actions.change(`${at}/criteria/${id}`, fields, fields.mustHave ? 'must-have' : 'no longer a must-have')}
          onClose={close}
        />
      )}
      {setAside && (
        <SetAsideDialog
          optionName={setAside.name}
          onSetAside={(reason) => {
            const edits = setAsideEdits(comparison.id, setAside.id, reason, today)
            if (edits.ok) actions.send(edits.value, { label: 'set aside' })
          }}
          onClose={close}
        />
      )}
    </div>
  )
}
