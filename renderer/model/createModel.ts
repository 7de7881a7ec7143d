import { createAccountStore } from './account/createAccountStore'
import { createAccountsStore } from './createAccountsStore'
import { createCommandsStore } from './createCommandsStore'
import { createKeysStore } from './createKeysStore'
import { createMessagesStore } from './createMessagesStore'
import { createPlaceStore, type AddressBar } from './createPlaceStore'
import { createSessionStore } from './createSessionStore'
import { createSettingsStore } from './createSettingsStore'
import { createSyncStore } from './createSyncStore'
import type { World } from './World'

/** Every store of the window, built once. Tests build their own. */
export function createModel(world: World, address: AddressBar, storage: Pick<Storage, 'getItem' | 'setItem'>) {
  const messages = createMessagesStore()
  return {
    messages,
    session: createSessionStore(world),
    settings: createSettingsStore(world),
    accounts: createAccountsStore(world),
    account: createAccountStore({ ...world, say: messages.getState().say }),
    sync: createSyncStore(world),
    commands: createCommandsStore(),
    keys: createKeysStore(storage),
    place: createPlaceStore(address),
    desktop: world.desktop,
    ids: world.ids,
  }
}

export type Model = ReturnType<typeof createModel>
