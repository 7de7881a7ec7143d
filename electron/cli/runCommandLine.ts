import type { OpenWorkspace } from '../workspace/OpenWorkspace'
import { version } from '../../package.json'
import type { CommandContext } from './CommandContext'
import { exportAccount, importFile } from './commands/accountFiles'
import { listConflicts, showHistory } from './commands/accountHistory'
import { createAccount, listAccounts, showAccount } from './commands/accounts'
import { apply } from './commands/apply'
import { decideFile } from './commands/decideFile'
import { init } from './commands/init'
import { printSchema } from './commands/schema'
import { syncOnce } from './commands/syncOnce'
import { syncWatch } from './commands/syncWatch'
import { verify } from './commands/verify'
import { exitCodes, type ExitCode } from './exitCodes'
import { helpText } from './helpText'
import { findTarget, openTarget } from './openTarget'
import { parseCommandLine, type CommandLine } from './parseCommandLine'

/** Does what the words after `plumbline` ask for; answers the exit code. */
export async function runCommandLine(context: CommandContext, words: readonly string[], print: (text: string) => void): Promise<ExitCode> {
  const parsed = parseCommandLine(words)
  if (!parsed.ok) {
    context.say(`${parsed.error} plumbline --help lists the commands.`)
    return exitCodes.notRun
  }
  const { command, vault } = parsed.value
  switch (command.kind) {
    case 'help':
      print(helpText)
      return exitCodes.done
    case 'version':
      print(`${version}\n`)
      return exitCodes.done
    case 'schema':
      return printSchema(context, command.name)
    case 'decide':
      return decideFile(context, command.file)
    case 'init':
      return init(context, command, vault)
    default:
      return inWorkspace(context, vault, (workspace) => runIn(context, workspace, command))
  }
}

type WorkspaceCommand = Exclude<CommandLine['command'], { kind: 'help' | 'version' | 'schema' | 'decide' | 'init' }>

function runIn(context: CommandContext, workspace: OpenWorkspace, command: WorkspaceCommand): Promise<ExitCode> {
  switch (command.kind) {
    case 'accounts.list':
      return listAccounts(context, workspace)
    case 'accounts.show':
      return showAccount(context, workspace, command.accountId)
    case 'accounts.create':
      return createAccount(context, workspace, command.name)
    case 'accounts.export':
      return exportAccount(context, workspace, command.accountId, command.out)
    case 'history':
      return showHistory(context, workspace, command.accountId)
    case 'conflicts':
      return listConflicts(context, workspace)
    case 'import':
      return importFile(context, workspace, command.file, command.isLook)
    case 'apply':
      return apply(context, workspace, command.accountId)
    case 'sync.once':
      return syncOnce(context, workspace)
    case 'sync.watch':
      return syncWatch(context, workspace)
    case 'verify':
      return verify(context, workspace)
  }
}

async function inWorkspace(context: CommandContext, vault: string | null, run: (workspace: OpenWorkspace) => Promise<ExitCode>): Promise<ExitCode> {
  const target = await findTarget(context.world, vault)
  const opened = target.ok ? await openTarget(target.value) : target
  if (!opened.ok) {
    context.say(opened.error.message)
    return exitCodes.notRun
  }
  const workspace = opened.value
  if (workspace.info.damage !== undefined) context.say(workspace.info.damage)
  try {
    return await run(workspace)
  } finally {
    await workspace.close()
    if (workspace.sync.isHanging) context.abandonTeamFolder()
    // Most account files are written while the workspace closes.
    if (workspace.accounts.filesProblem()) context.say(`The account files in ${workspace.vault.accountFolder} could not be written. The edits are safe in the workspace.`)
  }
}
