import type { Ids } from '#shared/base/Ids'
import type { Clock } from '#shared/base/Clock'
import { err, ok, type Result } from '#shared/base/Result'
import type { Edit } from '#shared/domain/edit/Edit'
import { intakeEdits } from '#shared/domain/intake/intakeEdits'
import type { IntakeMapping, IntakeTable } from '#shared/domain/intake/intakeTable'
import { planIntake, type PlannedAccount } from '#shared/domain/intake/planIntake'
import type { CommandFailure, IntakeDone, IntakePreview } from '#shared/ipc/contract'
import type { AccountService } from '../accounts/AccountService'

type Failure = CommandFailure<'account.edit'>

interface Step {
  readonly accountId: string
  readonly undo: readonly Edit[]
}

/** How many accounts and lines a preview carries; the rest is counted. */
const shownAccounts = 500
const shownProblems = 200

/** What taking a list in would do, in numbers and by account. */
export function previewIntake(table: IntakeTable, mapping: IntakeMapping, accounts: AccountService): IntakePreview {
  const plan = planIntake(table, mapping, accounts.rows())
  return {
    created: plan.accounts.filter(({ kind }) => kind === 'new').length,
    extended: plan.accounts.filter(({ kind }) => kind === 'known').length,
    people: plan.accounts.reduce((sum, { people }) => sum + people.length, 0),
    accounts: plan.accounts.slice(0, shownAccounts),
    problems: plan.problems.slice(0, shownProblems),
    problemCount: plan.problems.length,
  }
}

/** Takes lists of customers in, account by account, and can take each back as one step until the app ends. */
export class IntakeService {
  readonly #taken = new Map<string, readonly Step[]>()

  constructor(
    private readonly parts: { readonly ids: Ids; readonly clock: Clock; readonly onProgress: (done: number, of: number) => void },
  ) {}

  /** Stops at the first account the disk refuses, and takes back what was taken in until then. */
  async take(table: IntakeTable, mapping: IntakeMapping, accounts: AccountService): Promise<Result<IntakeDone, Failure>> {
    const plan = planIntake(table, mapping, accounts.rows())
    const steps: Step[] = []
    const counts = { created: 0, extended: 0, people: 0 }
    for (const [index, planned] of plan.accounts.entries()) {
      const taken = await this.#takeAccount(planned, accounts, steps)
      if (!taken.ok) {
        await this.#undoSteps(steps, accounts)
        return taken
      }
      counts.people += taken.value
      if (planned.kind === 'new') counts.created += 1
      else if (steps.at(-1)?.accountId === planned.accountId) counts.extended += 1
      this.parts.onProgress(index + 1, plan.accounts.length)
    }
    const intakeId = this.parts.ids.next()
    this.#taken.set(intakeId, steps)
    return ok({ intakeId, ...counts })
  }

  /** The number of accounts that are as before again; null where this intake is not known any more. */
  async undo(intakeId: string, accounts: AccountService): Promise<Result<number, Failure> | null> {
    const steps = this.#taken.get(intakeId)
    if (steps === undefined) return null
    const undone = await this.#undoSteps(steps, accounts)
    if (!undone.ok) return undone
    this.#taken.delete(intakeId)
    return ok(steps.length)
  }

  /** Answers how many people were added. */
  async #takeAccount(planned: PlannedAccount, accounts: AccountService, steps: Step[]): Promise<Result<number, Failure>> {
    let { accountId } = planned
    if (accountId === null) {
      const created = await accounts.create(planned.name)
      if (!created.ok) return created
      accountId = created.value.accountId
      steps.push({ accountId, undo: [{ kind: 'set', at: 'profile', field: 'removedAt', value: this.parts.clock.now() }] })
    }
    const snapshot = await accounts.snapshot(accountId)
    if (!snapshot.ok) return snapshot
    const edits = intakeEdits(snapshot.value, planned, this.parts.ids)
    if (edits.length === 0) return ok(0)
    const edited = await accounts.edit(accountId, this.parts.ids.next(), edits)
    if (!edited.ok) return edited
    if (planned.kind === 'known') steps.push({ accountId, undo: edited.value.undo })
    return ok(edits.filter((edit) => edit.kind === 'add').length)
  }

  async #undoSteps(steps: readonly Step[], accounts: AccountService): Promise<Result<void, Failure>> {
    for (const { accountId, undo } of steps) {
      if (undo.length === 0) continue
      const undone = await accounts.edit(accountId, this.parts.ids.next(), undo)
      if (!undone.ok && undone.error.kind !== 'refused') return err(undone.error)
    }
    return ok()
  }
}
