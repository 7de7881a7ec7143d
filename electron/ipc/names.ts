import type { bugMarker as bug, CommandName, commandChannel as command, droppedChannel as dropped, EventName, eventChannel as event } from '#shared/ipc/contract'

/**
 * The names of the contract as plain constants, because the preload must not load what parses the input.
 * A name that is missing here, or that the contract does not know, does not compile.
 */
const commands: { readonly [Name in CommandName]: true } = {
  'app.start': true,
  'workspace.openSample': true,
  'workspace.create': true,
  'workspace.join': true,
  'workspace.list': true,
  'workspace.open': true,
  'folder.choose': true,
  'account.list': true,
  'account.progress': true,
  'account.create': true,
  'account.open': true,
  'account.edit': true,
  'account.conflicts': true,
  'account.history': true,
  'account.changedSince': true,
  'account.inspectFile': true,
  'account.mergeFile': true,
  'account.showFile': true,
  'account.exportRaw': true,
  'brief.preview': true,
  'brief.export': true,
  'buyer.show': true,
  'buyer.view': true,
  'buyer.leave': true,
  'file.show': true,
  'file.choose': true,
  'file.takeOpened': true,
  'sync.status': true,
  'sync.now': true,
  'sync.health': true,
  'sync.publish': true,
  'sync.leave': true,
  'intake.choose': true,
  'intake.preview': true,
  'intake.take': true,
  'intake.undo': true,
  'search.find': true,
  'settings.change': true,
  'link.open': true,
  'log.bug': true,
}

const events: { readonly [Name in EventName]: true } = {
  'account.changed': true,
  'account.conflicted': true,
  'account.rows': true,
  'account.progress': true,
  'file.opened': true,
  'files.problem': true,
  'workspace.changed': true,
  'intake.progress': true,
  'settings.changed': true,
  'sync.status': true,
  'day.changed': true,
  'menu.chosen': true,
}

export const commandChannel: typeof command = 'plumbline:command'
/** Between the preload and main only: the path of a dropped file, for a token. The page cannot name it. */
export const droppedChannel: typeof dropped = 'plumbline:dropped'
export const eventChannel: typeof event = 'plumbline:event'
export const bugMarker: typeof bug = 'plumbline-bug'

export function isCommandName(name: unknown): name is CommandName {
  return typeof name === 'string' && Object.hasOwn(commands, name)
}

export function isEventName(name: unknown): name is EventName {
  return typeof name === 'string' && Object.hasOwn(events, name)
}
