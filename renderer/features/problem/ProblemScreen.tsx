import { Button } from '@mantine/core'
import { IconReload } from '@tabler/icons-react'
import classes from './ProblemScreen.module.css'

interface ProblemScreenProps {
  readonly details: string
  readonly onReload: () => void
}

/** What happened, what is safe, what to do. */
export function ProblemScreen({ details, onReload }: ProblemScreenProps) {
  return (
    <main className={classes.screen}>
      <div className={classes.box} role="alert">
        <h1 className={classes.title}>This window ran into a fault</h1>
        <p>Your work is saved on this laptop, up to the last second of typing.</p>
        <p>Reload the window to go on where you were. If it happens again, restart Plumbline.</p>
        <Button variant="filled" leftSection={<IconReload size={16} />} onClick={onReload}>
          Reload the window
        </Button>
        <details className={classes.details}>
          <summary>Details for whoever helps you</summary>
          <pre tabIndex={0}>{details}</pre>
        </details>
      </div>
    </main>
  )
}
