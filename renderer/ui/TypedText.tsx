import { Textarea, TextInput } from '@mantine/core'
import { useTyping, type Typing } from './useTyping'

interface TypedTextProps extends Typing {
  readonly label: string
  readonly hideLabel?: boolean
  readonly description?: string
  readonly placeholder?: string
  readonly maxLength: number
  /** Rows of a long text; without it the text is one line. */
  readonly rows?: number
  readonly className?: string | undefined
}

/** A field without a save button: what is typed is sent after a pause and when the field is left. */
export function TypedText({ label, hideLabel = false, description, placeholder, maxLength, rows, className, ...typing }: TypedTextProps) {
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
  if (rows === undefined) return <TextInput {...shared} onChange={(event) => write(event.currentTarget.value)} />
  return <Textarea {...shared} autosize minRows={rows} maxRows={14} onChange={(event) => write(event.currentTarget.value)} />
}
