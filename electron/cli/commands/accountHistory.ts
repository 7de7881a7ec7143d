import type { OpenWorkspace } from '../../workspace/OpenWorkspace'
import type { CommandContext } from '../CommandContext'
import { exitCodes, type ExitCode } from '../exitCodes'

/** Rows read at once. */
const pageSize = 100

/** One line per row of the history, newest first. */
export async function showHistory({ output, say, interrupted }: CommandContext, { accounts }: OpenWorkspace, accountId: string): Promise<ExitCode> {
  for (let before: string | null = null; ; ) {
    const page = await accounts.history(accountId, before, pageSize)
    if (!page.ok) {
      say(`${accountId}: ${page.error.message}`)
      return exitCodes.wrong
    }
    for (const row of page.value.rows) if (!(await output.write(row))) return exitCodes.done
    before = page.value.next
    if (before === null || interrupted.aborted) return exitCodes.done
  }
}

/** One line per place of any account where members did different things without knowing of each other. */
export async function listConflicts({ output, say }: CommandContext, { accounts }: OpenWorkspace): Promise<ExitCode> {
  await accounts.settled()
  let code: ExitCode = exitCodes.done
  for (const { accountId, name } of accounts.rows().filter((row) => row.conflicts > 0)) {
    const conflicts = await accounts.conflicts(accountId)
    if (!conflicts.ok) {
      say(`${accountId}: ${conflicts.error.message}`)
      code = exitCodes.wrong
      continue
    }
    for (const conflict of conflicts.value) if (!(await output.write({ accountId, name, ...conflict }))) return code
  }
  return code
}
