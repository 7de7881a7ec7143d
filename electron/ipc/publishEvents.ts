import type { WebContents } from 'electron'
import type { EventName, EventPayloads } from '#shared/ipc/contract'
import { eventChannel } from './names'

export type Publish = <Name extends EventName>(name: Name, payload: EventPayloads[Name]) => void

/** The one channel on which main tells the main window what happened. Says nothing where no page listens. */
export function publishEvents(page: () => WebContents | null): Publish {
  return (name, payload) => page()?.send(eventChannel, name, payload)
}
