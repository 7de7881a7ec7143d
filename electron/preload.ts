import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron'
import type { CommandAnswer, DesktopBridge, EventName } from '#shared/ipc/contract'
import { bugIdOf } from './ipc/BugAnswer'
import { bugMarker, commandChannel, eventChannel, isCommandName, isEventName } from './ipc/names'

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
}

contextBridge.exposeInMainWorld('desktop', desktop)
