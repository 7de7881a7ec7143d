import { z } from 'zod'
import { intakeFields, type IntakeMapping } from '../../domain/intake/intakeTable'
import type { IntakeProblem, PlannedAccount } from '../../domain/intake/planIntake'
import type { EditRefused } from '../../domain/edit/Edit'
import { EntityId, Token, type AccountFailure, type Answer, type DiskFailure, type Failure, type VaultFailure } from './common'

const Column = z.int().min(0).max(199).nullable()
const Mapping = z.strictObject(Object.fromEntries(intakeFields.map((field) => [field, Column])) as { readonly [field in (typeof intakeFields)[number]]: typeof Column })

export const intakeInputs = {
  /** Asks for a list (CSV) and reads its headings; null: the member cancelled. */
  'intake.choose': z.strictObject({}),
  /** What taking the list in would do; nothing is changed. */
  'intake.preview': z.strictObject({ list: Token, mapping: Mapping }),
  /** Takes the list in; `intake.progress` tells how far it is. */
  'intake.take': z.strictObject({ list: Token, mapping: Mapping }),
  /** Undoes one taking in: what it added is removed again, what was changed since stays. */
  'intake.undo': z.strictObject({ intakeId: EntityId }),
} as const

export interface ChosenList {
  readonly list: string
  readonly fileName: string
  readonly columns: readonly string[]
  /** The first few lines, to see what a column holds. */
  readonly firstLines: readonly (readonly string[])[]
  readonly lines: number
  readonly mapping: IntakeMapping
}

export interface IntakePreview {
  readonly created: number
  readonly extended: number
  /** Known accounts the list says nothing new about cannot be told apart before they are opened; they count as extended. */
  readonly people: number
  /** At most `shownAccounts` of them. */
  readonly accounts: readonly PlannedAccount[]
  readonly problems: readonly IntakeProblem[]
  readonly problemCount: number
}

export interface IntakeDone {
  readonly intakeId: string
  readonly created: number
  readonly extended: number
  readonly people: number
}

type ListFailure = Failure<'noSuchToken' | 'notAList' | 'tooLarge'> | DiskFailure
/** One account of many could not be made or changed. */
type TakeFailure = (Failure<'refused'> & EditRefused) | AccountFailure

export interface IntakeAnswers {
  'intake.choose': Answer<ChosenList | null, ListFailure>
  'intake.preview': Answer<IntakePreview, ListFailure | VaultFailure>
  'intake.take': Answer<IntakeDone, ListFailure | TakeFailure>
  'intake.undo': Answer<{ readonly accounts: number }, Failure<'noSuchToken'> | TakeFailure>
}

export interface IntakeEvents {
  'intake.progress': { readonly done: number; readonly of: number }
}
