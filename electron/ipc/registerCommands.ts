import { ipcMain, type IpcMainInvokeEvent } from 'electron'
import { logToken, type Log } from '../platform/Log'
import type { WindowRoles } from '../windows/WindowRoles'
import type { SavedFile } from '#shared/ipc/contract'
import type { CommandRunner } from './CommandRunner'
import { commandChannel, droppedChannel } from './names'

export interface RegisterCommandsParts {
  readonly runner: CommandRunner
  readonly roles: WindowRoles
  readonly log: Log
  /** True for the address of our own page. */
  readonly isOwnPage: (address: string) => boolean
  /** A token for a file that was dropped on the window. */
  readonly fileDropped: (path: string) => SavedFile
}

/**
 * Opens the one channel for commands. Only the main frame of a window whose role allows the command is heard; anyone
 * else gets a rejection without a reason. Answers how to close it again: it waits for the commands under way.
 */
export function registerCommands({ runner, roles, log, isOwnPage, fileDropped }: RegisterCommandsParts): () => Promise<void> {
  ipcMain.handle(commandChannel, (event, name: unknown, input: unknown) => {
    if (!isAllowed(event, name)) {
      log.warn('command.senderRefused', { role: logToken(roles.roleOf(event.sender.id) ?? 'none') })
      throw new Error('Refused')
    }
    return runner.run(name, input)
  })

  ipcMain.handle(droppedChannel, (event, path: unknown) => {
    if (!isAllowed(event, 'account.inspectFile') || typeof path !== 'string') throw new Error('Refused')
    return fileDropped(path)
  })

  function isAllowed(event: IpcMainInvokeEvent, name: unknown): boolean {
    const frame = event.senderFrame
    if (frame === null || frame !== event.sender.mainFrame) return false
    return isOwnPage(frame.url) && roles.mayRun(event.sender.id, name)
  }

  return async () => {
    await runner.settled()
    ipcMain.removeHandler(commandChannel)
    ipcMain.removeHandler(droppedChannel)
  }
}
