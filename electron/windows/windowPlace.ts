import type { WindowPlace } from '../settings/DeviceState'

export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export const minimumWindow = { width: 1024, height: 640 } as const
export const defaultWindow = { width: 1280, height: 800 } as const

/** So much of the title bar must be on a display that the window can be seen and dragged. */
const reachable = { width: 120, height: 40 } as const

/** Where the window opens: where it was, unless that display is gone; then in the middle of the main one, by the system. */
export function windowBounds(saved: WindowPlace | null, displays: readonly Rectangle[]): Partial<Rectangle> & { readonly width: number; readonly height: number } {
  if (saved === null || !displays.some((display) => showsTitleBar(display, saved))) return { ...defaultWindow }
  return {
    x: Math.round(saved.x),
    y: Math.round(saved.y),
    width: Math.round(Math.max(saved.width, minimumWindow.width)),
    height: Math.round(Math.max(saved.height, minimumWindow.height)),
  }
}

function showsTitleBar(display: Rectangle, { x, y, width }: Rectangle): boolean {
  const across = Math.min(x + width, display.x + display.width) - Math.max(x, display.x)
  const down = Math.min(y + reachable.height, display.y + display.height) - Math.max(y, display.y)
  return across >= reachable.width && down >= reachable.height
}
