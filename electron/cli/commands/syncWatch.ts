import type { OpenWorkspace } from '../../workspace/OpenWorkspace'
import type { CommandContext } from '../CommandContext'
import { exitCodes, type ExitCode } from '../exitCodes'
import { noTeamFolder } from './syncOnce'

/** Ending waits so long for what is under way. */
const pushLimitMs = 5_000

/** Exchanges by itself until it is interrupted; a line whenever the state has changed. */
export async function syncWatch({ output, say, interrupted }: CommandContext, { sync }: OpenWorkspace): Promise<ExitCode> {
  if (sync.status().kind === 'noTeamFolder') {
    await output.write(sync.status())
    say(noTeamFolder)
    return exitCodes.wrong
  }
  const isOver = new Promise<void>((resolve) => {
    if (interrupted.aborted) resolve()
    interrupted.addEventListener('abort', () => resolve(), { once: true })
    const tell = (status: object): void => void output.write(status).then((isRead) => isRead || resolve())
    sync.onStatus(tell)
    tell(sync.status())
  })
  sync.start()
  await isOver
  await sync.stop({ within: pushLimitMs })
  return exitCodes.done
}
