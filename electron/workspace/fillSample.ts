import { err, ok, type Result } from '#shared/base/Result'
import type { Failure } from '#shared/ipc/contract'
import { sampleAccounts } from '#shared/domain/sample/sampleAccounts'
import type { AccountService } from '../accounts/AccountService'
import type { WorkspaceFailure } from './workspaceFailure'
import type { WorkspaceWorld } from './WorkspaceWorld'

export const sampleName = 'Sample workspace'

/** As many as one call takes. */
const editsPerCall = 500

/** Makes the sample accounts the way a member would, so that they are accounts like any other. Goes on where it was cut short. */
export async function fillSample(accounts: AccountService, { ids, clock }: WorkspaceWorld): Promise<Result<void, WorkspaceFailure>> {
  const present = new Set(accounts.rows().map((row) => row.name))
  for (const sample of sampleAccounts(ids, clock.today())) {
    if (present.has(sample.name)) continue
    const created = await accounts.create(sample.name)
    if (!created.ok) return err(notFilled(created.error))
    for (let start = 0; start < sample.edits.length; start += editsPerCall) {
      const edited = await accounts.edit(created.value.accountId, ids.next(), sample.edits.slice(start, start + editsPerCall))
      if (!edited.ok) return err(notFilled(edited.error))
    }
  }
  return ok()
}

/** Only the disk can be in the way; a sample that an account refuses is a bug of ours. */
function notFilled(failure: Failure<string>): WorkspaceFailure {
  switch (failure.kind) {
    case 'diskFull':
    case 'readOnly':
    case 'noAccess':
    case 'diskError':
      return { kind: failure.kind, message: failure.message }
    default:
      throw new Error(`The sample was not taken: ${failure.kind}`)
  }
}
