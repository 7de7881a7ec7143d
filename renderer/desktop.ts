import type { DesktopBridge } from '#shared/ipc/contract'

declare global {
  interface Window {
    readonly desktop: DesktopBridge
  }
}

/** The one way out of the window. Everything else receives it as a value. */
export function connectedDesktop(): DesktopBridge {
  return window.desktop
}
