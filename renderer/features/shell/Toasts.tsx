import { CloseButton } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import type { Message } from '../../model/createMessagesStore'
import classes from './Toasts.module.css'

interface ToastsProps {
  readonly messages: readonly Message[]
  readonly onDismiss: (id: number) => void
}

/** Long enough to read and to reach the button in it. */
const shownMs = 10_000

export function Toasts({ messages, onDismiss }: ToastsProps) {
  return (
    <section className={classes.toasts} aria-label="Messages" {...(messages.length > 0 && { 'data-pane': true, tabIndex: -1 })}>
      <div role="status" className={classes.list}>
        {messages.map((message) => (
          <Toast key={message.id} message={message} onDismiss={onDismiss} />
        ))}
      </div>
    </section>
  )
}

function Toast({ message, onDismiss }: { readonly message: Message; readonly onDismiss: (id: number) => void }) {
  const [isHeld, setHeld] = useState(false)
  useEffect(() => {
    if (isHeld) return
    const timer = setTimeout(() => onDismiss(message.id), shownMs)
    return () => clearTimeout(timer)
  }, [isHeld, message.id, onDismiss])
  const { action } = message
  return (
    <div
      className={classes.toast}
      data-tone={message.tone}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      {message.tone === 'problem' && <IconAlertTriangle size={16} className={classes.icon} aria-hidden />}
      <span className={classes.text}>{message.text}</span>
      {action && (
        <button
          type="button"
          className={classes.action}
          onClick={() => {
            action.run()
            onDismiss(message.id)
          }}
        >
          {action.label}
        </button>
      )}
      <CloseButton size="sm" aria-label="Dismiss message" onClick={() => onDismiss(message.id)} />
    </div>
  )
}
