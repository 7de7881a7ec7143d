import { createStore } from 'zustand/vanilla'
import { applyEdits } from '#shared/domain/edit/applyEdits'
import type { Edit } from '#shared/domain/edit/Edit'
import type { CommandFailure } from '#shared/ipc/contract'
import type { MessagesState } from '../createMessagesStore'
import type { World } from '../World'
import type { AccountEntry, AccountState, EditOptions } from './AccountState'
import { createEditQueue } from './createEditQueue'
import { answered, changed, edited, opened, refused, type OpenAccount } from './OpenAccount'
import { emptyHistory, takeLast, withDone, withRedone, withUndone, type UndoHistory } from './undoHistory'

interface Job {
  readonly accountId: string
  readonly editId: string
  readonly edits: readonly Edit[]
  readonly options: EditOptions
  readonly direction: 'do' | 'undo' | 'redo'
}

interface Needs extends World {
  readonly say: MessagesState['say']
}

const rememberedBy = { do: withDone, undo: withUndone, redo: withRedone } as const

/** Owns what the window knows of open accounts: the confirmed snapshot, edits under way, undo. */
export function createAccountStore({ desktop, ids, clock, say }: Needs) {
  let unsentTexts = 0
  let savedAt: string | null = null
  const queue = createEditQueue<Job>(send)

  const store = createStore<AccountState>()((set, get) => ({
    entriesById: {},
    historiesById: {},
    saving: { kind: 'saved', at: null },
    open: async (accountId) => {
      if (!openAccount(accountId)) putEntry(accountId, { kind: 'loading' })
      const answer = await desktop.invoke('account.open', { accountId })
      if (!answer.ok) return putEntry(accountId, { kind: 'failed', reason: answer.error.kind, message: answer.error.message })
      const previous = openAccount(accountId)
      // An answer can be older than a change that was announced while it was under way.
      if (previous && previous.confirmed.revision > answer.value.revision) return
      putEntry(accountId, { kind: 'open', open: opened(answer.value, previous, clock.now()) })
      await loadConflicts(accountId)
    },
    edit: (accountId, edits, options) => {
      const open = openAccount(accountId)
      if (!open || edits.length === 0) return false
      const applied = applyEdits(open.account, edits, clock.now())
      if (!applied.ok) say(applied.error.message, { tone: 'problem' })
      else if (applied.value.operations.length > 0) enqueue({ accountId, editId: ids.next(), edits, options, direction: 'do' })
      return applied.ok
    },
    undo: (accountId) => goBack(accountId, 'undo'),
    redo: (accountId) => goBack(accountId, 'redo'),
    retry: () => {
      set({ saving: { kind: 'saving' } })
      queue.retry()
    },
    typing: () => {
      unsentTexts += 1
      showSaving()
      let isOver = false
      return () => {
        if (isOver) return
        isOver = true
        unsentTexts -= 1
        showSaving()
      }
    },
    changed: ({ accountId, revision, patches }) => {
      const open = openAccount(accountId)
      if (!open) return
      const next = changed(open, revision, patches, clock.now())
      if (next) putEntry(accountId, { kind: 'open', open: next })
      else void get().open(accountId)
    },
    conflicted: async ({ accountId, count }) => {
      if (count > 0) await loadConflicts(accountId)
      else updateOpen(accountId, (open) => ({ ...open, conflicts: [] }))
    },
    clear: () => set({ entriesById: {}, historiesById: {} }),
  }))
  return store

  function openAccount(accountId: string): OpenAccount | null {
    const entry = store.getState().entriesById[accountId]
    return entry?.kind === 'open' ? entry.open : null
  }

  function putEntry(accountId: string, entry: AccountEntry): void {
    store.setState(({ entriesById }) => ({ entriesById: { ...entriesById, [accountId]: entry } }))
  }

  function updateOpen(accountId: string, update: (open: OpenAccount) => OpenAccount): void {
    const open = openAccount(accountId)
    if (open) putEntry(accountId, { kind: 'open', open: update(open) })
  }

  function putHistory(accountId: string, update: (history: UndoHistory) => UndoHistory): void {
    store.setState(({ historiesById }) => ({ historiesById: { ...historiesById, [accountId]: update(historiesById[accountId] ?? emptyHistory) } }))
  }

  function showSaving(): void {
    if (queue.isStuck()) return
    const isBusy = unsentTexts > 0 || !queue.isEmpty()
    store.setState({ saving: isBusy ? { kind: 'saving' } : { kind: 'saved', at: savedAt } })
  }

  function enqueue(job: Job): void {
    updateOpen(job.accountId, (open) => edited(open, { editId: job.editId, edits: job.edits, revision: null }, clock.now()))
    queue.add(job)
    showSaving()
  }

  async function send(job: Job): Promise<'over' | 'stuck'> {
    const { accountId, editId, edits, direction } = job
    const answer = await desktop.invoke('account.edit', { accountId, editId, edits: [...edits] })
    if (!answer.ok) return whenNotDone(job, answer.error)
    savedAt = clock.now()
    updateOpen(accountId, (open) => answered(open, editId, answer.value.revision, clock.now()))
    remember(job, answer.value.undo)
    if (direction !== 'do') say(whatWasDone(job, answer.value.skipped[0]))
    void queue.idle().then(showSaving)
    return 'over'
  }

  function whenNotDone({ accountId, editId }: Job, failure: CommandFailure<'account.edit'>): 'over' | 'stuck' {
    switch (failure.kind) {
      case 'refused':
      case 'accountNotFound':
      case 'damaged':
        updateOpen(accountId, (open) => refused(open, editId, clock.now()))
        say(failure.message, { tone: 'problem' })
        void queue.idle().then(showSaving)
        return 'over'
      default:
        store.setState({ saving: { kind: 'failed', message: failure.message } })
        return 'stuck'
    }
  }

  function remember({ accountId, options, direction }: Job, edits: readonly Edit[]): void {
    if (edits.length === 0) return
    putHistory(accountId, (history) => rememberedBy[direction](history, { label: options.label, edits, mergeKey: options.mergeKey ?? null }))
  }

  async function goBack(accountId: string, direction: 'undo' | 'redo'): Promise<void> {
    // Undo means the newest thing on the screen, so what is still on its way must be known first.
    if (queue.isStuck()) return
    await queue.idle()
    const last = takeLast(store.getState().historiesById[accountId] ?? emptyHistory, direction === 'undo' ? 'done' : 'undone')
    if (!last) return
    putHistory(accountId, () => last.rest)
    enqueue({ accountId, editId: ids.next(), edits: last.step.edits, options: { label: last.step.label }, direction })
  }

  async function loadConflicts(accountId: string): Promise<void> {
    const conflicts = await desktop.invoke('account.conflicts', { accountId })
    if (conflicts.ok) updateOpen(accountId, (open) => ({ ...open, conflicts: conflicts.value }))
  }
}

function whatWasDone({ options, direction }: Job, skipped: { readonly by: string | null } | undefined): string {
  if (skipped) return `${skipped.by ?? 'Somebody'} changed this since, so it stays as it is: ${options.label}`
  return `${direction === 'undo' ? 'Undid' : 'Redid'}: ${options.label}`
}
