import type { OpenWorkspace } from '../../workspace/OpenWorkspace'
import type { CommandContext } from '../CommandContext'
import { exitCodes, type ExitCode } from '../exitCodes'

export async function listAccounts({ output }: CommandContext, { accounts }: OpenWorkspace): Promise<ExitCode> {
  await accounts.settled()
  for (const row of accounts.rows()) if (!(await output.write(row))) break
  return exitCodes.done
}

export async function showAccount({ output, say }: CommandContext, { accounts }: OpenWorkspace, accountId: string): Promise<ExitCode> {
  const opened = await accounts.open(accountId)
  if (!opened.ok) return notShown(say, accountId, opened.error.message)
  const conflicts = await accounts.conflicts(accountId)
  if (!conflicts.ok) return notShown(say, accountId, conflicts.error.message)
  await output.write({ accountId, revision: opened.value.revision, account: opened.value.snapshot, conflicts: conflicts.value })
  return exitCodes.done
}

export async function createAccount({ output, say }: CommandContext, { accounts }: OpenWorkspace, name: string): Promise<ExitCode> {
  const created = await accounts.create(name)
  if (!created.ok) {
    say(created.error.message)
    return exitCodes.wrong
  }
  await output.write({ accountId: created.value.accountId })
  return exitCodes.done
}

function notShown(say: CommandContext['say'], accountId: string, reason: string): ExitCode {
  say(`${accountId}: ${reason}`)
  return exitCodes.wrong
}
