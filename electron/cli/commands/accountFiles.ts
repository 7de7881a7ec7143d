import { resolve } from 'node:path'
import type { Failure } from '#shared/ipc/contract'
import { replaceFile } from '../../platform/replaceFile'
import type { OpenWorkspace } from '../../workspace/OpenWorkspace'
import type { CommandContext } from '../CommandContext'
import { exitCodes, type ExitCode } from '../exitCodes'

/** Merges an account file; with `isLook` only says what would come of it. */
export async function importFile(context: CommandContext, { accounts }: OpenWorkspace, given: string, isLook: boolean): Promise<ExitCode> {
  const path = resolve(given)
  const preview = await accounts.inspectFile(path)
  if (!preview.ok) return refused(context, preview.error)
  if (isLook) {
    await context.output.write(preview.value)
    return exitCodes.done
  }
  const merged = await accounts.mergeFile(path, preview.value.sha256)
  if (!merged.ok) return refused(context, merged.error)
  await context.output.write({ name: preview.value.name, ...merged.value })
  return exitCodes.done
}

/** Writes an account as one file: where it was asked for, or in the folder of account files. */
export async function exportAccount(context: CommandContext, { accounts, vault }: OpenWorkspace, accountId: string, out: string | null): Promise<ExitCode> {
  if (out === null) {
    const path = await accounts.accountFilePath(accountId)
    if (!path.ok) return refused(context, path.error)
    await context.output.write({ accountId, file: path.value })
    return exitCodes.done
  }
  const bytes = await accounts.exportFile(accountId)
  if (!bytes.ok) return refused(context, bytes.error)
  const file = resolve(out)
  const written = await replaceFile(context.world.disk, file, bytes.value)
  if (!written.ok) {
    context.say(`${file} could not be written. The account is safe in ${vault.folder}.`)
    return exitCodes.wrong
  }
  await context.output.write({ accountId, file })
  return exitCodes.done
}

function refused({ say }: CommandContext, { message }: Failure<string>): ExitCode {
  say(message)
  return exitCodes.wrong
}
