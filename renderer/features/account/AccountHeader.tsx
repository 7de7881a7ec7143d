import { Button, NativeSelect } from '@mantine/core'
import { IconFolderOpen, IconHistory } from '@tabler/icons-react'
import type { Account } from '#shared/domain/account/Account'
import { TypedText } from '../../ui/TypedText'
import { accountStatusWords, choicesOf } from '../../ui/words'
import type { AccountActions } from './accountActions'
import classes from './AccountPage.module.css'

interface AccountHeaderProps {
  readonly account: Account
  readonly actions: AccountActions
  readonly onTyping: () => () => void
  readonly onPark: () => void
  readonly onShowFile: () => void
  readonly onHistory: () => void
}

const statuses = choicesOf(accountStatusWords)

export function AccountHeader({ account: { profile }, actions, onTyping, onPark, onShowFile, onHistory }: AccountHeaderProps) {
  const changeStatus = (status: string): void => {
    // Parking asks for the reason first.
    if (status === 'parked') onPark()
    else if (profile.status === 'parked') actions.unpark(status)
    else actions.setProfile('status', status)
  }
  return (
    <div className={classes.header}>
      <h1 className={classes.hidden}>{profile.name}</h1>
      <TypedText
        className={classes.name}
        label="Account name"
        maxLength={120}
        value={profile.name}
        onWrite={(name) => actions.setProfile('name', name)}
        onTyping={onTyping}
      />
      <TypedText
        className={classes.industry}
        label="Industry"
        maxLength={80}
        value={profile.industry}
        onWrite={(industry) => actions.setProfile('industry', industry)}
        onTyping={onTyping}
      />
      <NativeSelect
        className={classes.status}
        label="Status (internal)"
        data={[...statuses]}
        value={profile.status}
        onChange={(event) => changeStatus(event.currentTarget.value)}
      />
      <Button leftSection={<IconFolderOpen size={16} />} onClick={onShowFile}>
        Show account file
      </Button>
      <Button leftSection={<IconHistory size={16} />} onClick={onHistory}>
        History
      </Button>
    </div>
  )
}
