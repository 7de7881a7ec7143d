import { createStore } from 'zustand/vanilla'
import type { IntakeField, IntakeMapping } from '#shared/domain/intake/intakeTable'
import type { ChosenList, CommandAnswer, EventPayloads, IntakeDone, IntakePreview } from '#shared/ipc/contract'
import { formatCount, formatList } from '#shared/text/format'
import type { MessagesState } from './createMessagesStore'
import type { World } from './World'

/** How far a list is on its way in. */
export type IntakeStep =
  | { readonly kind: 'none' }
  | { readonly kind: 'mapping'; readonly list: ChosenList; readonly mapping: IntakeMapping }
  | { readonly kind: 'look'; readonly list: ChosenList; readonly mapping: IntakeMapping; readonly preview: IntakePreview }
  /** `isHidden`: the member went on with other work meanwhile. */
  | { readonly kind: 'taking'; readonly list: ChosenList; readonly done: number; readonly of: number; readonly isHidden: boolean }
  | { readonly kind: 'taken'; readonly list: ChosenList; readonly result: IntakeDone; readonly isUndone: boolean }

export interface IntakeState {
  readonly step: IntakeStep
  /** Main is asked something and has not answered. */
  readonly isBusy: boolean
  /** Why the last wish could not be met. */
  readonly problem: string | null
  /** Asks for a file; with one the first step opens. */
  readonly choose: () => Promise<void>
  /** This column holds that, or nothing that is taken in. */
  readonly mean: (column: number, field: IntakeField | null) => void
  readonly look: () => Promise<void>
  readonly back: () => void
  readonly take: () => Promise<void>
  readonly undo: () => Promise<void>
  readonly close: () => void
  readonly progressed: (progress: EventPayloads['intake.progress']) => void
}

interface Needs extends Pick<World, 'desktop'> {
  readonly say: MessagesState['say']
}

/** Takes a list of another program in: which column means what, a look at what would change, and one step back. */
export function createIntakeStore({ desktop, say }: Needs) {
  return createStore<IntakeState>()((set, get) => {
    const goTo = (step: IntakeStep): void => set({ step, isBusy: false, problem: null })
    const fail = ({ error }: { readonly error: { readonly message: string } }): void => set({ isBusy: false, problem: error.message })
    const undoTaken = async ({ intakeId }: IntakeDone): Promise<boolean> => {
      set({ isBusy: true, problem: null })
      const undone = await desktop.invoke('intake.undo', { intakeId })
      if (!undone.ok) {
        fail(undone)
        if (get().step.kind === 'none') say(undone.error.message, { tone: 'problem' })
        return false
      }
      set({ isBusy: false })
      return true
    }
    /** Behind a dialog nobody would see it, so it is said when the dialog is gone. */
    const sayTaken = (result: IntakeDone): void => {
      const undo = async (): Promise<void> => {
        if (await undoTaken(result)) say('The import was undone')
      }
      say(sayIntake(result), result.created + result.extended === 0 ? {} : { action: { label: 'Undo', run: () => void undo() } })
    }
    return {
      step: { kind: 'none' },
      isBusy: false,
      problem: null,
      choose: async () => {
        if (get().step.kind === 'taking') return set(({ step }) => (step.kind === 'taking' ? { step: { ...step, isHidden: false } } : {}))
        const chosen: CommandAnswer<'intake.choose'> = await desktop.invoke('intake.choose', {})
        if (!chosen.ok) return say(chosen.error.message, { tone: 'problem', action: { label: 'Choose another file', run: () => void get().choose() } })
        if (chosen.value) goTo({ kind: 'mapping', list: chosen.value, mapping: chosen.value.mapping })
      },
      mean: (column, field) => {
        const { step } = get()
        if (step.kind !== 'mapping') return
        // A column holds one thing, and one thing is in one column.
        const others = Object.fromEntries(Object.entries(step.mapping).map(([known, at]) => [known, at === column ? null : at])) as IntakeMapping
        set({ step: { ...step, mapping: field === null ? others : { ...others, [field]: column } }, problem: null })
      },
      look: async () => {
        const { step } = get()
        if (step.kind !== 'mapping') return
        set({ isBusy: true, problem: null })
        const { list, mapping } = step
        const preview = await desktop.invoke('intake.preview', { list: list.list, mapping })
        if (get().step !== step) return
        if (preview.ok) goTo({ kind: 'look', list, mapping, preview: preview.value })
        else fail(preview)
      },
      back: () => {
        const { step } = get()
        if (step.kind === 'look') goTo({ kind: 'mapping', list: step.list, mapping: step.mapping })
      },
      take: async () => {
        const { step } = get()
        if (step.kind !== 'look') return
        const { list, mapping, preview } = step
        goTo({ kind: 'taking', list, done: 0, of: preview.created + preview.extended, isHidden: false })
        const taken = await desktop.invoke('intake.take', { list: list.list, mapping })
        const after = get().step
        const isHidden = after.kind === 'taking' && after.isHidden
        if (!taken.ok) {
          if (isHidden) {
            goTo({ kind: 'none' })
            return say(taken.error.message, { tone: 'problem' })
          }
          goTo(step)
          return fail(taken)
        }
        goTo(isHidden ? { kind: 'none' } : { kind: 'taken', list, result: taken.value, isUndone: false })
        if (isHidden) sayTaken(taken.value)
      },
      undo: async () => {
        const { step } = get()
        if (step.kind === 'taken' && (await undoTaken(step.result))) goTo({ ...step, isUndone: true })
      },
      close: () => {
        const { step } = get()
        if (step.kind === 'taking') return set({ step: { ...step, isHidden: true } })
        goTo({ kind: 'none' })
        if (step.kind === 'taken' && !step.isUndone) sayTaken(step.result)
      },
      progressed: ({ done, of }) => {
        const { step } = get()
        if (step.kind === 'taking') set({ step: { ...step, done, of } })
      },
    }
  })
}

/** What a list brought, in one sentence. */
export function sayIntake({ created, extended, people }: IntakeDone): string {
  if (created + extended === 0) return 'Nothing was new in this list'
  const parts = [...(created > 0 ? [`${formatCount(created, 'new account')}`] : []), ...(extended > 0 ? [`${formatCount(extended, 'known account')} completed`] : []), ...(people > 0 ? [formatCount(people, 'person', 'people')] : [])]
  return `Imported: ${formatList(parts)}`
}
