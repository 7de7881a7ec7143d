import { ok } from '#shared/base/Result'
import type { AccountService } from '../../accounts/AccountService'
import { AccountSearch, type SearchWorld } from '../../search/AccountSearch'
import type { CurrentWorkspace } from '../CurrentWorkspace'
import type { HandlersFor } from '../HandlersFor'

export const createSearchHandlers = (current: CurrentWorkspace, world: SearchWorld): HandlersFor<'search'> => {
  // Each workspace has its accounts, and a search over them goes when they go.
  const searches = new WeakMap<AccountService, AccountSearch>()
  const searchOf = (accounts: AccountService): AccountSearch => {
    const known = searches.get(accounts)
    if (known) return known
    const search = new AccountSearch({ accountIds: () => accounts.rows().map(({ accountId }) => accountId), account: (accountId) => accounts.searchable(accountId) }, world)
    accounts.on((event) => {
      if (event.kind === 'words') search.changed([event.accountId])
      if (event.kind === 'rows') search.changed(event.removed)
    })
    searches.set(accounts, search)
    return search
  }
  return {
    'search.find': ({ text, current: accountId, limit }) => current.withAccounts(async (accounts) => ok(await searchOf(accounts).find(text, { current: accountId, limit }))),
  }
}
