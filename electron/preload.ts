import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import type { CommandAnswer, DesktopBridge, EventName, SavedFile } from '#shared/ipc/contract'
import { bugIdOf } from './ipc/BugAnswer'
import { bugMarker, commandChannel, droppedChannel, eventChannel, isCommandName, isEventName } from './ipc/names'

/**
 * All that the page can reach: commands and events by name. A bug in the main process comes back as a
 * rejected promise, because there is nothing the calling code could do about it.
 */
const desktop: DesktopBridge = {
  async invoke(name, input) {
    if (!isCommandName(name)) throw new Error('Unknown command')
    const answer = (await ipcRenderer.invoke(commandChannel, name, input)) as CommandAnswer<typeof name>
    const bugId = bugIdOf(answer)
    if (bugId !== null) throw new Error(`${bugMarker}:${bugId}`)
    return answer
  },
  subscribe(name, listener) {
    if (!isEventName(name)) throw new Error('Unknown event')
    const receive = (_event: IpcRendererEvent, announced: EventName, payload: unknown): void => {
      if (announced === name) listener(payload as never)
    }
    ipcRenderer.on(eventChannel, receive)
    return () => void ipcRenderer.off(eventChannel, receive)
  },
  /** The page has no way to a path: only a real file that was dropped has one, and it goes to main from here. */
  async fileFor(dropped) {
    const path = dropped instanceof File ? webUtils.getPathForFile(dropped) : ''
    return path === '' ? null : ((await ipcRenderer.invoke(droppedChannel, path)) as SavedFile | null)
  },
}

contextBridge.exposeInMainWorld('desktop', desktop)
