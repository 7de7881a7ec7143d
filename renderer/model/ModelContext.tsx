import { createContext, useContext, useEffect } from 'react'
import { useStore, type StoreApi } from 'zustand'
import type { AccountEntry } from './account/AccountState'
import type { CommandSet } from './createCommandsStore'
import type { Model } from './createModel'

const ModelContext = createContext<Model | null>(null)

export const ModelProvider = ModelContext.Provider

export function useModel(): Model {
  const model = useContext(ModelContext)
  if (!model) throw new Error('No model above this component')
  return model
}

type Stores = { readonly [Name in keyof Model as Model[Name] extends StoreApi<unknown> ? Name : never]: Model[Name] }
type StateOf<Name extends keyof Stores> = ReturnType<Stores[Name]['getState']>

/** The smallest piece of one store that a component shows. */
export function useModelState<Name extends keyof Stores, Piece>(name: Name, select: (state: StateOf<Name>) => Piece): Piece {
  const store = useModel()[name] as unknown as StoreApi<StateOf<Name>>
  return useStore(store, select)
}

/** An account, opened if it is not yet. */
export function useAccountEntry(accountId: string): AccountEntry {
  const { account } = useModel()
  const entry = useModelState('account', (state) => state.entriesById[accountId])
  useEffect(() => {
    void account.getState().open(accountId)
  }, [account, accountId])
  return entry ?? { kind: 'loading' }
}

/** Offers commands in the command box for as long as the component is there. */
export function useCommands(owner: string, set: CommandSet): void {
  const { commands } = useModel()
  useEffect(() => {
    commands.getState().offer(owner, set)
    return () => commands.getState().withdraw(owner)
  }, [commands, owner, set])
}
