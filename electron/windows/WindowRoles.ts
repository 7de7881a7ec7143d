import { commandInputs, type CommandName } from '#shared/ipc/contract'

/** What a window is for; it decides which commands the page in it may give. */
export type WindowRole = 'main' | 'buyer' | 'print' | 'message'

const everything: ReadonlySet<CommandName> = new Set(Object.keys(commandInputs) as CommandName[])
/** The buyer may hold the laptop: the page shows one view, gives the window back, and can say that it broke. */
const ofTheBuyer: ReadonlySet<CommandName> = new Set(['buyer.view', 'buyer.leave', 'log.bug'] as const)
const nothing: ReadonlySet<CommandName> = new Set()

const allowedCommands: { readonly [Role in WindowRole]: ReadonlySet<CommandName> } = {
  main: everything,
  buyer: ofTheBuyer,
  print: nothing,
  message: nothing,
}

/** Which web contents have which role. One without a role may do nothing at all. */
export class WindowRoles {
  readonly #roles = new Map<number, WindowRole>()

  assign(webContentsId: number, role: WindowRole): void {
    this.#roles.set(webContentsId, role)
  }

  forget(webContentsId: number): void {
    this.#roles.delete(webContentsId)
  }

  roleOf(webContentsId: number): WindowRole | null {
    return this.#roles.get(webContentsId) ?? null
  }

  mayRun(webContentsId: number, command: unknown): boolean {
    const role = this.roleOf(webContentsId)
    return role !== null && (allowedCommands[role] as ReadonlySet<unknown>).has(command)
  }
}
