import { ok } from '#shared/base/Result'
import type { CurrentWorkspace } from '../CurrentWorkspace'
import type { FilesForMember } from '../FilesForMember'
import type { HandlersFor } from '../HandlersFor'

export const createAccountHandlers = (current: CurrentWorkspace, files: FilesForMember): HandlersFor<'account'> => ({
  'account.list': () => current.withAccounts(async (accounts) => ok(accounts.rows())),
  'account.create': ({ name }) => current.withAccounts((accounts) => accounts.create(name)),
  'account.open': ({ accountId }) => current.withAccounts((accounts) => accounts.open(accountId)),
  'account.edit': ({ accountId, editId, edits }) => current.withAccounts((accounts) => accounts.edit(accountId, editId, edits)),
  'account.conflicts': ({ accountId }) => current.withAccounts((accounts) => accounts.conflicts(accountId)),
  'account.showFile': ({ accountId }) => files.showAccountFile(accountId),
  'account.exportRaw': ({ accountId }) => files.exportRaw(accountId),
})
