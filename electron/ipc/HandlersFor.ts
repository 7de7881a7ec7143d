import type { CommandHandlers, CommandName } from '#shared/ipc/contract'

/** The commands of one area: `HandlersFor<'account'>` wants `account.list`, `account.open`, … and nothing else. */
export type HandlersFor<Area extends string> = Pick<CommandHandlers, Extract<CommandName, `${Area}.${string}`>>
