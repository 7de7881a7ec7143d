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
  if (!opened.ok) {
    say(`${accountId}: ${opened.error.message}`)
    return exitCodes.wrong
  }
  await output.write({ accountId, revision: opened.value.revision, account: opened.value.snapshot })
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
