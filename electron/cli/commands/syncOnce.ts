import type { OpenWorkspace } from '../../workspace/OpenWorkspace'
import type { CommandContext } from '../CommandContext'
import { exitCodes, type ExitCode } from '../exitCodes'

export const noTeamFolder = 'This workspace has no team folder. Choose one with plumbline init --team-folder DIR.'

export async function syncOnce({ output, say, interrupted }: CommandContext, { accounts, sync }: OpenWorkspace): Promise<ExitCode> {
  const stop = (): void => void sync.stop()
  interrupted.addEventListener('abort', stop)
  const { status, sent, received, refused } = await sync.syncOnce()
  interrupted.removeEventListener('abort', stop)
  await accounts.settled()
  const conflicts = accounts.rows().reduce((sum, row) => sum + row.conflicts, 0)
  const { kind, waiting, lastSyncedAt, problem } = status
  await output.write({ kind, waiting, lastSyncedAt, problem, sent, received, refused, conflicts })
  if (status.kind === 'noTeamFolder') say(noTeamFolder)
  if (status.problem) say(status.problem.message)
  for (const pack of refused) say(`${pack.deviceId}/${pack.name} cannot be read yet (${pack.reason}); it is tried again.`)
  return status.kind === 'upToDate' && refused.length === 0 ? exitCodes.done : exitCodes.wrong
}
