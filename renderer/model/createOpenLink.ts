import type { MessagesState } from './createMessagesStore'
import type { World } from './World'

/** Shows a page of the web in the member's browser, and says so where that did not work. */
export function createOpenLink({ desktop }: Pick<World, 'desktop'>, say: MessagesState['say']): (address: string) => Promise<void> {
  return async (address) => {
    const opened = await desktop.invoke('link.open', { address })
    if (!opened.ok) say(opened.error.message, { tone: 'problem' })
  }
}
