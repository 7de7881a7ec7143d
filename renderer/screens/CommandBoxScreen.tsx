import { useState } from 'react'
import { CommandBox } from '../features/shell/CommandBox'
import { useModel, useModelState } from '../model/ModelContext'
import { placeOfFound } from './placeOfFound'
import { useSearch } from './useSearch'

/** Loaded when it is first opened. Alone in watching the commands, which come and go with what is on the screen. */
export function CommandBoxScreen({ onClose }: { readonly onClose: () => void }) {
  const { place: places } = useModel()
  const setsByOwner = useModelState('commands', (state) => state.setsByOwner)
  const place = useModelState('place', (state) => state.place)
  const rows = useModelState('accounts', (state) => state.rows)
  const [query, setQuery] = useState('')
  const accountId = 'accountId' in place ? place.accountId : null
  const answer = useSearch(query, accountId)
  const here = rows?.find((row) => row.accountId === accountId)
  return (
    <CommandBox
      sets={Object.values(setsByOwner)}
      {...{ query, answer, onClose }}
      current={here ? { accountId: here.accountId, name: here.name } : null}
      onQuery={setQuery}
      onFound={(found) => places.getState().go(placeOfFound(found))}
    />
  )
}
