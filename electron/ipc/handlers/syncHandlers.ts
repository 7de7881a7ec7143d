import { err, ok } from '#shared/base/Result'
import { noTeamFolder, vaultClosed, type CurrentWorkspace } from '../CurrentWorkspace'
import type { FileTokens } from '../FileTokens'
import type { HandlersFor } from '../HandlersFor'
import { noSuchFolder } from './workspaceHandlers'

export const createSyncHandlers = (current: CurrentWorkspace, tokens: FileTokens): HandlersFor<'sync'> => ({
  'sync.status': async () => ok(current.open?.sync.status() ?? noTeamFolder),
  'sync.now': async () => {
    const workspace = current.open
    return workspace === null ? err(vaultClosed) : ok((await workspace.sync.syncOnce()).status)
  },
  'sync.health': async () => (current.open === null ? err(vaultClosed) : ok(current.open.sync.health())),
  'sync.publish': async ({ folder }) => {
    const path = tokens.path('folder', folder)
    const workspace = current.open
    if (workspace === null) return err(vaultClosed)
    if (path === null) return err(noSuchFolder)
    const published = await workspace.publish(path)
    return published.ok ? ok(workspace.sync.status()) : published
  },
  'sync.leave': async () => {
    const workspace = current.open
    if (workspace === null) return err(vaultClosed)
    const left = await workspace.leave()
    return left.ok ? ok(workspace.sync.status()) : err({ kind: 'diskError', message: left.error.message })
  },
})
