import { Textarea, TextInput } from '@mantine/core'
import { useTyping, type Typing } from './useTyping'

interface TypedTextProps extends Typing {
  readonly label: string
  readonly hideLabel?: boolean
  readonly description?: string
  readonly placeholder?: string
  readonly maxLength: number
  /** A long text grows with what is in it; any other is one line. */
  readonly isLong?: boolean
  readonly className?: string | undefined
}

/** A field without a save button: what is typed is sent after a pause and when the field is left. */
export function TypedText({ label, hideLabel = false, description, placeholder, maxLength, isLong = false, className, ...typing }: TypedTextProps) {
  const { text, write, leave } = useTyping(typing)
  const shared = {
    ...(hideLabel ? { 'aria-label': label } : { label }),
    ...(description === undefined ? {} : { description }),
    ...(placeholder === undefined ? {} : { placeholder }),
    ...(className === undefined ? {} : { className }),
    maxLength,
    value: text,
    onBlur: leave,
  }
  if (!isLong) return <TextInput {...shared} onChange={(event) => write(event.currentTarget.value)} />
  return <Textarea {...shared} onChange={(event) => write(event.currentTarget.value)} />
}
