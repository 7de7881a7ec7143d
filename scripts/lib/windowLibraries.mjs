import { ExplainedError } from './ExplainedError.mjs'
import { WINDOW_LIBRARIES, ensureDebianPackages, missingLibraries } from './debianPackages.mjs'

/** Sees to it that the system has the libraries which this Electron loads. */
export async function ensureWindowLibraries(executablePath, log) {
  if (missingLibraries(executablePath).length === 0) return
  const { command } = await ensureDebianPackages(WINDOW_LIBRARIES, 'Electron needs them to open a window', { log })
  const still = missingLibraries(executablePath)
  if (still.length === 0) return
  throw new ExplainedError(
    `Electron cannot start: this system has no ${still.join(', ')}.`,
    command ?? `Install the packages of your system that contain ${still.join(', ')}.`,
  )
}
