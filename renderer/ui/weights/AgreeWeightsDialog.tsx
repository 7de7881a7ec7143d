import { Button, Checkbox, TextInput } from '@mantine/core'
import { useState } from 'react'
import { formatList } from '#shared/text/format'
import { Dialog } from '../Dialog'
import classes from './AgreeWeightsDialog.module.css'

interface AgreeWeightsDialogProps {
  readonly today: string
  /** Names of the people of the account. */
  readonly people: readonly string[]
  readonly onAgree: (on: string, agreedWith: string) => void
  readonly onClose: () => void
}

/** Freezes the weights as the agreed ones: on which day, and who was in the room. */
export function AgreeWeightsDialog({ today, people, onAgree, onClose }: AgreeWeightsDialogProps) {
  const [on, setOn] = useState(today)
  const [present, setPresent] = useState<readonly string[]>([])
  const [others, setOthers] = useState('')
  const submit = (): void => {
    const names = [
      ...present,
      ...others
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== ''),
    ]
    onAgree(on || today, formatList(names))
    onClose()
  }
  return (
    <Dialog
      title="Agree these weights"
      onClose={onClose}
      onSubmit={submit}
      actions={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" variant="filled">
            Agree
          </Button>
        </>
      }
    >
      <div className={classes.fields}>
        <p className={classes.lead}>The weights as they are now become the agreed ones. Moving a slider later is a trial until you agree again.</p>
        <TextInput
          type="date"
          label="Agreed on"
          value={on}
          max={today}
          onChange={(event) => setOn(event.currentTarget.value)}
          className={classes.day}
        />
        <fieldset className={classes.people}>
          <legend>Who agreed</legend>
          {people.map((name) => (
            <Checkbox
              key={name}
              label={name}
              checked={present.includes(name)}
              onChange={(event) => {
                const isIn = event.currentTarget.checked
                setPresent((before) => (isIn ? [...before, name] : before.filter((other) => other !== name)))
              }}
            />
          ))}
          <TextInput
            label={people.length > 0 ? 'Others' : 'Names'}
            description="Separated by commas"
            value={others}
            maxLength={200}
            onChange={(event) => setOthers(event.currentTarget.value)}
          />
        </fieldset>
      </div>
    </Dialog>
  )
}
