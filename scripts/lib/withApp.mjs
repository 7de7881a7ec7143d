import { ExplainedError } from './ExplainedError.mjs'
import { VIRTUAL_DISPLAY, ensureDebianPackages } from './debianPackages.mjs'
import { ensureElectron } from './electronRuntime.mjs'
import { isOnPath } from './runProcess.mjs'
import { hasDisplay, startVirtualDisplay } from './virtualDisplay.mjs'
import { ensureWindowLibraries } from './windowLibraries.mjs'

/** What tells an app where to show itself; a Wayland session would win over a virtual display. */
const DISPLAY_VARIABLES = ['DISPLAY', 'WAYLAND_DISPLAY', 'XDG_SESSION_TYPE']

/**
 * Runs `body` where Electron can open windows: a runtime, its libraries, and a display. Where there is no
 * display, and with `unseen` wherever that is possible, a virtual one.
 */
export async function withApp(log, body, { unseen = false } = {}) {
  const electron = await ensureElectron({ log })
  await ensureWindowLibraries(electron.executablePath, log)
  if (hasDisplay() && !(unseen && process.platform === 'linux' && isOnPath('Xvfb'))) return body(electron)
  const screen = await requireVirtualDisplay(log)
  const before = DISPLAY_VARIABLES.map((name) => [name, process.env[name]])
  for (const name of DISPLAY_VARIABLES) delete process.env[name]
  process.env.DISPLAY = screen.display
  try {
    return await body(electron)
  } finally {
    delete process.env.DISPLAY
    for (const [name, value] of before) if (value !== undefined) process.env[name] = value
    await screen.stop()
  }
}

async function requireVirtualDisplay(log) {
  const { command } = await ensureDebianPackages(VIRTUAL_DISPLAY, 'there is no display here', { log })
  if (!isOnPath('Xvfb')) throw new ExplainedError('There is no display here, and Xvfb, which would stand in for one, is not installed.', command ?? 'Install Xvfb.')
  const screen = await startVirtualDisplay()
  log.line(`Virtual display ${screen.display} started.`)
  return screen
}
