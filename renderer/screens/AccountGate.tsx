import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import type { OpenAccount } from '../model/account/OpenAccount'
import { useAccountEntry, useModel } from '../model/ModelContext'
import { Loading } from '../ui/Loading'
import { Problem } from '../ui/Problem'
import classes from './AccountGate.module.css'

interface AccountGateProps {
  readonly accountId: string
  readonly children: (open: OpenAccount) => ReactNode
}

/** Shows an account once it is open, or why it cannot be, with a way to take its bytes along. */
export function AccountGate({ accountId, children }: AccountGateProps) {
  const { desktop, messages } = useModel()
  const entry = useAccountEntry(accountId)
  if (entry.kind === 'open') return children(entry.open)
  if (entry.kind === 'loading') return <Loading what="the account" />
  const exportRaw = async (): Promise<void> => {
    const file = await desktop.invoke('account.exportRaw', { accountId })
    if (!file.ok) messages.getState().say(file.error.message, { tone: 'problem' })
    else if (file.value) messages.getState().say(`Saved ${file.value.name}`)
  }
  return (
    <div className={classes.failed}>
      <h1 className={classes.title}>This account cannot be opened</h1>
      <Problem>{entry.message}</Problem>
      {entry.reason === 'damaged' && (
        <>
          <p>Your other accounts are not affected. You can save the raw file, so that nothing in it is lost.</p>
          <Button onClick={() => void exportRaw()}>Save the raw file</Button>
        </>
      )}
    </div>
  )
}
