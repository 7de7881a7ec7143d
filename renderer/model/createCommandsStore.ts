import { createStore } from 'zustand/vanilla'

/** One line of the command box. */
export interface Command {
  readonly id: string
  readonly section: string
  readonly title: string
  /** Other words somebody might type for it. */
  readonly words?: readonly string[]
  /** How the key is written, for example "Ctrl Z". */
  readonly keys?: string
  readonly run: () => void
}

/** A command that needs a number: "Set weight of Cost to 40". */
export interface NumberCommand {
  readonly id: string
  readonly section: string
  readonly title: string
  readonly min: number
  readonly max: number
  readonly run: (value: number) => void
}

export interface CommandSet {
  readonly commands: readonly Command[]
  readonly numberCommands?: readonly NumberCommand[]
}

export interface CommandsState {
  /** What the parts of the window offer at this moment, by the part that offers it. */
  readonly setsByOwner: { readonly [owner: string]: CommandSet }
  readonly offer: (owner: string, set: CommandSet) => void
  readonly withdraw: (owner: string) => void
}

export function createCommandsStore() {
  return createStore<CommandsState>()((set) => ({
    setsByOwner: {},
    offer: (owner, offered) => set(({ setsByOwner }) => ({ setsByOwner: { ...setsByOwner, [owner]: offered } })),
    withdraw: (owner) =>
      set(({ setsByOwner }) => {
        const { [owner]: _gone, ...kept } = setsByOwner
        return { setsByOwner: kept }
      }),
  }))
}
