import { useEffect } from 'react'
import { DropOverlay } from '../features/sync/DropOverlay'
import { OpenFileDialog } from '../features/sync/OpenFileDialog'
import { useModel, useModelState } from '../model/ModelContext'
import { zone } from './zone'

/** Account files that come from outside: dropped on the window, opened in the file manager, or chosen. */
export function AccountFileScreen() {
  const { accountFile, messages, place } = useModel()
  const { file, preview, problem, isBusy } = useModelState('accountFile', (state) => state)
  const { drop, take, takeOpened, close } = accountFile.getState()
  const { go } = place.getState()
  useEffect(() => void takeOpened(), [takeOpened])

  const merge = async (): Promise<void> => {
    const name = preview?.name.trim() || 'the account'
    const merged = await take()
    if (!merged) return
    const decide = merged.collisions > 0 ? `; ${merged.collisions === 1 ? '1 place needs' : `${merged.collisions} places need`} a decision` : ''
    messages.getState().say(`${merged.isNew ? 'Added' : 'Merged into'} ${name}${decide}`, {
      action: { label: 'Open', run: () => go({ kind: 'account', accountId: merged.accountId }) },
    })
  }
  return (
    <>
      <DropOverlay onFile={(dropped) => void drop(dropped)} />
      {file && (
        <OpenFileDialog
          name={file.name}
          {...{ preview, problem, isBusy, zone }}
          onTake={() => void merge()}
          onShow={(accountId) => {
            close()
            go({ kind: 'account', accountId })
          }}
          onClose={close}
        />
      )}
    </>
  )
}
