import { VisuallyHidden } from '@mantine/core'

/** Words for a screen reader alone, read out when they change and nobody speaks. */
export function Announcement({ words }: { readonly words: string }) {
  return (
    <VisuallyHidden role="status" aria-live="polite">
      {words}
    </VisuallyHidden>
  )
}
