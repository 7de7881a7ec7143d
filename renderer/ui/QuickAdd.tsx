import { Button, TextInput } from '@mantine/core'
import { useRef, useState, type ReactNode } from 'react'
import classes from './List.module.css'

interface QuickAddProps {
  readonly label: string
  readonly placeholder?: string
  readonly button: string
  readonly maxLength: number
  /** False where it was refused: what was typed stays. */
  readonly onAdd: (text: string) => boolean
  /** Another choice that goes with it, between the text and the button. */
  readonly children?: ReactNode
}

/** One line for the next entry: Enter adds it, and the focus stays for the one after. */
export function QuickAdd({ label, placeholder, button, maxLength, onAdd, children }: QuickAddProps) {
  const [text, setText] = useState('')
  const field = useRef<HTMLInputElement>(null)
  return (
    <form
      className={classes.add}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        field.current?.focus()
        if (text.trim() !== '' && onAdd(text.trim())) setText('')
      }}
    >
      <TextInput
        ref={field}
        className={classes.addText}
        label={label}
        {...(placeholder !== undefined && { placeholder })}
        maxLength={maxLength}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {children}
      <Button type="submit">{button}</Button>
    </form>
  )
}
