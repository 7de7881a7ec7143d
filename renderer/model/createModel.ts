import { createAccountStore } from './account/createAccountStore'
import { createAccountFileStore } from './createAccountFileStore'
import { createAccountsStore } from './createAccountsStore'
import { createCommandsStore } from './createCommandsStore'
import { createIntakeStore } from './createIntakeStore'
import { createMessagesStore } from './createMessagesStore'
import { createPlaceStore, type AddressBar } from './createPlaceStore'
import { createOpenLink } from './createOpenLink'
import { createSessionStore } from './createSessionStore'
import { createSettingsStore } from './createSettingsStore'
import { createSyncStore } from './createSyncStore'
import type { PlausibleCases } from '../cases/PlausibleCases'
import type { World } from './World'

export interface ModelWorld extends World {
  readonly address: AddressBar
  readonly plausibleCases: PlausibleCases
}

/** Every store of the window, built once. Tests build their own. */
export function createModel(world: ModelWorld) {
  const messages = createMessagesStore()
  return {
    messages,
    session: createSessionStore(world),
    settings: createSettingsStore(world),
    accounts: createAccountsStore({ ...world, say: messages.getState().say }),
    intake: createIntakeStore({ ...world, say: messages.getState().say }),
    account: createAccountStore({ ...world, say: messages.getState().say }),
    accountFile: createAccountFileStore(world),
    sync: createSyncStore(world),
    commands: createCommandsStore(),
    place: createPlaceStore(world.address),
    openLink: createOpenLink(world, messages.getState().say),
    desktop: world.desktop,
    ids: world.ids,
    clock: world.clock,
    plausibleCases: world.plausibleCases,
  }
}

export type Model = ReturnType<typeof createModel>
