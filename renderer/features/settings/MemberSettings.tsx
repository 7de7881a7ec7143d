import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { Panel } from '../../ui/Panel'
import { Problem } from '../../ui/Problem'
import classes from './SettingsPage.module.css'

interface MemberSettingsProps {
  readonly memberName: string
  readonly problem: string | null
  readonly onChange: (memberName: string) => void
}

export function MemberSettings({ memberName, problem, onChange }: MemberSettingsProps) {
  const [draft, setDraft] = useState<string | null>(null)
  const save = (): void => {
    const name = draft?.trim() ?? ''
    if (name !== '' && name !== memberName) onChange(name)
    setDraft(null)
  }
  return (
    <Panel title="You">
      <div className={classes.body}>
        <TextInput
          className={classes.field}
          label="Your name"
          description="Stands beside what you change, for your colleagues"
          maxLength={80}
          value={draft ?? memberName}
          onChange={(event) => setDraft(event.currentTarget.value)}
          onBlur={save}
          onKeyDown={(event) => event.key === 'Enter' && save()}
        />
        {problem !== null && <Problem>{problem}</Problem>}
      </div>
    </Panel>
  )
}
