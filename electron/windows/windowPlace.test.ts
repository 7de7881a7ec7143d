import { describe, expect, it } from 'vitest'
import { defaultWindow, minimumWindow, windowBounds } from './windowPlace'

const laptop = { x: 0, y: 0, width: 1920, height: 1040 }
const projector = { x: 1920, y: 0, width: 1280, height: 720 }

describe('windowBounds', () => {
  it('opens where the window was', () => {
    const saved = { x: 1950, y: 20, width: 1100, height: 660, maximized: false }
    expect(windowBounds(saved, [laptop, projector])).toEqual({ x: 1950, y: 20, width: 1100, height: 660 })
  })

  it('does not open on a display that is gone, nor with its title bar out of reach', () => {
    for (const [x, y] of [[1950, 20], [100, 2_000], [-5_000, 0], [100, -300]] as const) {
      expect(windowBounds({ x, y, width: 1100, height: 660, maximized: false }, [laptop])).toEqual(defaultWindow)
    }
  })

  it('is never smaller than the screens of the app need', () => {
    expect(windowBounds({ x: 0, y: 0, width: 10, height: 10, maximized: false }, [laptop])).toEqual({ ...defaultWindow })
    expect(windowBounds({ x: 0, y: 0, width: 300, height: 200, maximized: false }, [laptop])).toEqual({ x: 0, y: 0, ...minimumWindow })
  })
})
