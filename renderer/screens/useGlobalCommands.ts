import { useMemo } from 'react'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import { inOrder } from '#shared/domain/schema/order'
import type { Command, CommandSet } from '../model/createCommandsStore'
import type { Model } from '../model/createModel'
import { useCommands, useModel, useModelState } from '../model/ModelContext'
import type { Place } from '../model/Place'
import { showAccountFile } from './showAccountFile'

interface GlobalCommandsNeeds {
  readonly place: Place
  readonly onNewAccount: () => void
  readonly onNewComparison: (() => void) | null
  readonly onKeys: () => void
  readonly onUndo: () => void
  readonly onRedo: () => void
}

/** What the command box offers wherever the member is. */
export function useGlobalCommands({ place, onNewAccount, onNewComparison, onKeys, onUndo, onRedo }: GlobalCommandsNeeds): void {
  const model = useModel()
  const rows = useModelState('accounts', (state) => state.rows)
  const accountId = 'accountId' in place ? place.accountId : null
  const entry = useModelState('account', (state) => (accountId === null ? undefined : state.entriesById[accountId]))
  const hasTeamFolder = useModelState('session', (state) => (state.workspace?.teamFolder ?? null) !== null)
  const account = entry?.kind === 'open' ? entry.open.account : null
  const comparisons = account?.comparisons

  const set = useMemo((): CommandSet => {
    const { go } = model.place.getState()
    const { syncNow } = model.sync.getState()
    return {
      commands: [
        ...(account && accountId !== null
          ? [
              ...inOrder(comparisons ?? {}).map((comparison): Command => ({
                id: comparison.id,
                section: 'This account',
                title: `Go to ${comparison.title}`,
                words: ['comparison'],
                run: () => go({ kind: 'compare', accountId, comparisonId: comparison.id }),
              })),
              ...(onNewComparison ? [{ id: 'new-comparison', section: 'This account', title: 'New comparison', run: onNewComparison }] : []),
              {
                id: 'review-account',
                section: 'This account',
                title: 'Review this account',
                words: ['approve', 'changes', 'remark', 'approved'],
                run: () => go({ kind: 'reviewAccount', accountId }),
              },
              {
                id: 'history',
                section: 'This account',
                title: 'History of this account',
                words: ['changes', 'who', 'when'],
                run: () => go({ kind: 'history', accountId }),
              },
              {
                id: 'show-file',
                section: 'This account',
                title: 'Show account file',
                words: ['folder'],
                run: () => void showAccountFile(model, accountId),
              },
              { id: 'undo', section: 'This account', title: 'Undo', keys: 'Ctrl Z', run: onUndo },
              { id: 'redo', section: 'This account', title: 'Redo', keys: 'Ctrl Shift Z', run: onRedo },
              ...briefCommands(model, place),
            ]
          : []),
        { id: 'today', section: 'Go to', title: 'Go to Today', keys: 'Ctrl 1', words: ['meeting', 'due'], run: () => go({ kind: 'today' }) },
        { id: 'accounts', section: 'Go to', title: 'Go to Accounts', keys: 'Ctrl 2', run: () => go({ kind: 'accounts' }) },
        { id: 'review', section: 'Go to', title: 'Go to Review', keys: 'Ctrl 3', words: ['approve', 'remark', 'manager'], run: () => go({ kind: 'review' }) },
        // The others are found by the search of the box.
        ...lately(rows ?? []).map((row): Command => ({
          id: row.accountId,
          section: 'Go to',
          title: `Go to ${row.name}`,
          words: ['account', row.industry],
          run: () => go({ kind: 'account', accountId: row.accountId }),
        })),
        { id: 'settings', section: 'Go to', title: 'Go to Settings', keys: 'Ctrl ,', run: () => go({ kind: 'settings' }) },
        { id: 'new-account', section: 'Plumbline', title: 'New account', run: onNewAccount },
        { id: 'import', section: 'Plumbline', title: 'Import accounts from CSV', words: ['list', 'spreadsheet', 'file'], run: () => void model.intake.getState().choose() },
        { id: 'open-file', section: 'Plumbline', title: 'Open account file…', words: ['merge', 'import', 'stick', 'mail'], run: () => void model.accountFile.getState().choose() },
        { id: 'collisions', section: 'Go to', title: 'Show conflicts', words: ['collisions', 'different', 'both values'], run: () => go({ kind: 'collisions' }) },
        { id: 'health', section: 'Go to', title: 'Exchange with the team', words: ['sync', 'health', 'folder', 'colleagues'], run: () => go({ kind: 'health' }) },
        ...(hasTeamFolder ? [{ id: 'sync', section: 'Plumbline', title: 'Sync now', run: () => void syncNow() }] : []),
        ...themeCommands(model),
        { id: 'keys', section: 'Plumbline', title: 'Keyboard keys', keys: '?', words: ['help', 'shortcuts'], run: onKeys },
      ],
    }
  }, [model, place, rows, account, comparisons, accountId, hasTeamFolder, onNewAccount, onNewComparison, onKeys, onUndo, onRedo])
  useCommands('everywhere', set)
}

/** The accounts that were changed last. */
function lately(rows: readonly AccountRow[]): readonly AccountRow[] {
  return [...rows].sort((one, other) => ((one.changedAt ?? '') < (other.changedAt ?? '') ? 1 : -1)).slice(0, accountsOffered)
}

const accountsOffered = 5

function themeCommands({ settings }: Model): readonly Command[] {
  const { change } = settings.getState()
  return (['light', 'dark', 'system'] as const).map((theme) => ({
    id: `theme-${theme}`,
    section: 'Plumbline',
    title: `Theme: ${theme}`,
    words: ['appearance', 'mode'],
    run: () => void change({ theme }),
  }))
}

/** The brief of the comparison on the screen, saved without going to its page first. */
function briefCommands({ desktop, messages }: Model, place: Place): readonly Command[] {
  if (place.kind !== 'compare' && place.kind !== 'takeAway') return []
  const { accountId, comparisonId } = place
  const save = async (format: 'pdf' | 'html'): Promise<void> => {
    const file = await desktop.invoke('brief.export', { accountId, comparisonId, format })
    if (!file.ok) return messages.getState().say(file.error.message, { tone: 'problem' })
    const saved = file.value
    if (saved)
      messages
        .getState()
        .say(`Saved ${saved.name}`, { action: { label: 'Show in folder', run: () => void desktop.invoke('file.show', { file: saved.token }) } })
  }
  return [
    { id: 'brief-pdf', section: 'This comparison', title: 'Save brief as PDF', words: ['export'], run: () => void save('pdf') },
    { id: 'brief-html', section: 'This comparison', title: 'Save brief as web page', words: ['export', 'html'], run: () => void save('html') },
  ]
}
