import { ActionIcon } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useEffect, useRef } from 'react'
import classes from './MoveButtons.module.css'

interface MoveButtonsProps {
  readonly name: string
  /** From 0. */
  readonly place: number
  readonly count: number
  readonly onMove: (by: -1 | 1) => void
}

/** Moves a line up or down; the focus goes with it. */
export function MoveButtons({ name, place, count, onMove }: MoveButtonsProps) {
  const pressed = useRef<HTMLButtonElement>(null)
  useEffect(() => {
    // The line was taken out and put in elsewhere, which takes the focus away.
    pressed.current?.focus()
    pressed.current = null
  }, [place])
  const button = (by: -1 | 1, label: string) => {
    const isEnd = by === -1 ? place === 0 : place === count - 1
    const ArrowIcon = by === -1 ? IconArrowUp : IconArrowDown
    return (
      <ActionIcon
        aria-label={`${label}: ${name}`}
        aria-disabled={isEnd}
        className={classes.move}
        onClick={(event) => {
          if (isEnd) return
          pressed.current = event.currentTarget
          onMove(by)
        }}
      >
        <ArrowIcon size={15} />
      </ActionIcon>
    )
  }
  return (
    <>
      {button(-1, 'Move up')}
      {button(1, 'Move down')}
    </>
  )
}
