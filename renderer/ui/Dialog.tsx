import { CloseButton, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './Dialog.module.css'
import { useReturnFocus } from './useReturnFocus'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons, the main one last. */
  readonly actions?: ReactNode
  /** Something quiet on the other side of the buttons. */
  readonly aside?: ReactNode
  readonly onSubmit?: () => void
  readonly width?: number
}

/**
 * A question over the work. Mounted only while it is asked; Esc and the close button end it. A click
 * beside it ends it only where nothing that was typed would be lost.
 */
export function Dialog({ title, onClose, children, actions, aside, onSubmit, width = 480 }: DialogProps) {
  useReturnFocus()
  const inside = (
    <>
      <Modal.Body className={classes.body}>{children}</Modal.Body>
      {actions && (
        <div className={classes.foot}>
          {aside && <div className={classes.footStart}>{aside}</div>}
          {actions}
        </div>
      )}
    </>
  )
  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={width}
      centered
      closeOnClickOutside={!onSubmit}
      transitionProps={{ duration: 120 }}
      classNames={{ content: classes.content }}
    >
      <Modal.Overlay backgroundOpacity={1} color="var(--scrim)" />
      <Modal.Content>
        <div className={classes.head}>
          <Modal.Title className={classes.title}>{title}</Modal.Title>
          <CloseButton aria-label="Close" onClick={onClose} />
        </div>
        {onSubmit ? (
          <form
            className={classes.form}
            noValidate
            onSubmit={(event) => {
              event.preventDefault()
              event.stopPropagation()
              onSubmit()
            }}
          >
            {inside}
          </form>
        ) : (
          inside
        )}
      </Modal.Content>
    </Modal.Root>
  )
}
