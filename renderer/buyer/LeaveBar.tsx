import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import classes from './Buyer.module.css'

/** The way back to our own work: Esc and then Enter, so that nobody comes there by one wrong key. */
export function LeaveBar({ onLeave }: { readonly onLeave: () => void }) {
  const [isAsked, setAsked] = useState(false)
  const leaveButton = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Escape') setAsked((before) => !before)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  useEffect(() => {
    if (isAsked) leaveButton.current?.focus()
  }, [isAsked])
  if (!isAsked) return <p className={classes.hint}>Esc leaves this view</p>
  return (
    <div role="alertdialog" aria-label="Leave this view" className={classes.leave}>
      <p>Back to our own work? Enter leaves, Esc stays.</p>
      <Button onClick={() => setAsked(false)}>Stay</Button>
      <Button variant="filled" ref={leaveButton} onClick={onLeave}>
        Leave
      </Button>
    </div>
  )
}
