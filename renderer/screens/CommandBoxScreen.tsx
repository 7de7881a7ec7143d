import { CommandBox } from '../features/shell/CommandBox'
import { useModelState } from '../model/ModelContext'

/** Loaded when it is first opened. Alone in watching the commands, which come and go with what is on the screen. */
export function CommandBoxScreen({ onClose }: { readonly onClose: () => void }) {
  const setsByOwner = useModelState('commands', (state) => state.setsByOwner)
  return <CommandBox sets={Object.values(setsByOwner)} onClose={onClose} />
}
