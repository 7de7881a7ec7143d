import { createStore } from 'zustand/vanilla'

export interface MessageAction {
  readonly label: string
  readonly run: () => void
}

export interface Message {
  readonly id: number
  readonly text: string
  readonly tone: 'plain' | 'problem'
  readonly action: MessageAction | null
}

export interface MessagesState {
  readonly messages: readonly Message[]
  readonly say: (text: string, options?: { readonly tone?: Message['tone']; readonly action?: MessageAction }) => void
  readonly dismiss: (id: number) => void
}

/** More would cover the work; the oldest goes first. */
const shownAtOnce = 3

/** Short messages over the work. Never the only place where something important is said. */
export function createMessagesStore() {
  let lastId = 0
  return createStore<MessagesState>()((set) => ({
    messages: [],
    say: (text, { tone = 'plain', action } = {}) => {
      const message: Message = { id: ++lastId, text, tone, action: action ?? null }
      set(({ messages }) => ({ messages: [...messages, message].slice(-shownAtOnce) }))
    },
    dismiss: (id) => set(({ messages }) => ({ messages: messages.filter((message) => message.id !== id) })),
  }))
}
