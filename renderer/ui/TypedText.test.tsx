import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fillInBrowser } from '../testing/fillInBrowser'
import { TypedText } from './TypedText'

describe('a field without a save button', () => {
  const onWrite = vi.fn()
  const onOver = vi.fn()
  const draw = (value: string) => (
    <MantineProvider>
      <TypedText
        label="Notes"
        maxLength={200}
        value={value}
        onWrite={onWrite}
        onTyping={() => onOver}
        merge={(_base, typed, incoming) => `${incoming} ${typed}`}
      />
    </MantineProvider>
  )
  const field = () => screen.getByLabelText<HTMLInputElement>('Notes')
  const type = (text: string) => fireEvent.change(field(), { target: { value: text } })

  beforeEach(() => {
    fillInBrowser()
    vi.useFakeTimers()
  })
  afterEach(() => {
    cleanup()
    vi.useRealTimers()
    vi.clearAllMocks()
  })

  it('sends what is typed 300 ms after the last key, and then nothing waits any more', () => {
    const { rerender } = render(draw(''))
    type('A')
    type('Ab')
    vi.advanceTimersByTime(299)
    expect(onWrite).not.toHaveBeenCalled()
    expect(onOver).not.toHaveBeenCalled()
    vi.advanceTimersByTime(1)
    expect(onWrite).toHaveBeenCalledExactlyOnceWith('Ab')
    expect(onOver).toHaveBeenCalledOnce()
    rerender(draw('Ab'))
    expect(field().value).toBe('Ab')
  })

  it('sends at once when it is left, when it goes away and when the window closes', () => {
    const { unmount } = render(draw(''))
    type('left')
    fireEvent.blur(field())
    expect(onWrite).toHaveBeenLastCalledWith('left')
    type('closed')
    window.dispatchEvent(new Event('pagehide'))
    expect(onWrite).toHaveBeenLastCalledWith('closed')
    type('gone')
    unmount()
    expect(onWrite).toHaveBeenLastCalledWith('gone')
    expect(onWrite).toHaveBeenCalledTimes(3)
  })

  it('puts what is being typed on top of what arrives from a colleague', () => {
    const { rerender } = render(draw('One.'))
    type('One. Mine.')
    rerender(draw('Theirs.'))
    expect(field().value).toBe('Theirs. One. Mine.')
    vi.advanceTimersByTime(300)
    expect(onWrite).toHaveBeenCalledExactlyOnceWith('Theirs. One. Mine.')
  })

  it('shows what arrives where nobody types', () => {
    const { rerender } = render(draw('One.'))
    rerender(draw('Two.'))
    expect(field().value).toBe('Two.')
  })
})
