import { err, ok } from '#shared/base/Result'
import type { CurrentWorkspace } from '../CurrentWorkspace'
import type { FilesForMember } from '../FilesForMember'
import type { HandlersFor } from '../HandlersFor'
import { maximumCrossing, sizeOf } from '../sizeOf'

export const createAccountHandlers = (current: CurrentWorkspace, files: FilesForMember): HandlersFor<'account'> => ({
  'account.list': ({ after }) => current.withAccounts(async (accounts) => ok(accounts.page(after ?? null, pageSize))),
  'account.progress': () => current.withAccounts(async (accounts) => ok(accounts.progress())),
  'account.create': ({ name }) => current.withAccounts((accounts) => accounts.create(name)),
  'account.open': ({ accountId }) =>
    current.withAccounts(async (accounts) => {
      const opened = await accounts.open(accountId)
      return opened.ok && sizeOf(opened, maximumCrossing) > maximumCrossing ? err(tooLarge) : opened
    }),
  'account.edit': ({ accountId, editId, edits }) => current.withAccounts((accounts) => accounts.edit(accountId, editId, edits)),
  'account.conflicts': ({ accountId }) => current.withAccounts((accounts) => accounts.conflicts(accountId)),
  'account.history': ({ accountId, before, limit }) => current.withAccounts((accounts) => accounts.history(accountId, before, limit)),
  'account.changedSince': ({ accountId, version }) => current.withAccounts((accounts) => accounts.changedSince(accountId, version)),
  'account.inspectFile': ({ file }) => files.inspectAccountFile(file),
  'account.mergeFile': ({ file, sha256 }) => files.mergeAccountFile(file, sha256),
  'account.showFile': ({ accountId }) => files.showAccountFile(accountId),
  'account.exportRaw': ({ accountId }) => files.exportRaw(accountId),
})

/** Characters; what crosses at once may be twice as much. */
const pageSize = maximumCrossing / 2

const tooLarge = {
  kind: 'tooLarge',
  message: 'This account has grown too large to show in one piece. Nothing is lost: its account file holds everything. Remove what is no longer needed with the command line, or ask for help.',
} as const
