import { CloseButton, Drawer } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './Dialog.module.css'
import { useReturnFocus } from './useReturnFocus'

interface SidePanelProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** A panel over the right side of the work, for what has no room beside it. */
export function SidePanel({ title, onClose, children }: SidePanelProps) {
  useReturnFocus()
  return (
    <Drawer.Root opened onClose={onClose} position="right" size={360} transitionProps={{ duration: 120 }}>
      <Drawer.Overlay backgroundOpacity={1} color="var(--scrim)" />
      <Drawer.Content>
        <div className={classes.head}>
          <Drawer.Title className={classes.title}>{title}</Drawer.Title>
          <CloseButton aria-label="Close" onClick={onClose} />
        </div>
        <Drawer.Body className={classes.body}>{children}</Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}
