import { spawn } from 'node:child_process'
import { readdir } from 'node:fs/promises'
import { ExplainedError } from './ExplainedError.mjs'
import { freeDisplayNumber } from './freeDisplayNumber.mjs'

const TRIES = 20
const START_LIMIT = 15_000

/** True where a window can be shown; only Linux can be without a display. */
export function hasDisplay({ env = process.env, platform = process.platform } = {}) {
  return platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/**
 * Starts Xvfb on a free display and waits until it takes connections. It is started directly:
 * xvfb-run swallows the output of what it runs. Ends with this process if `stop` is not called.
 */
export async function startVirtualDisplay({ size = '1600x1000x24' } = {}) {
  let from = 99
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const number = freeDisplayNumber({ lockFiles: await namesIn('/tmp'), sockets: await namesIn('/tmp/.X11-unix'), from })
    const server = await startServer(number, size)
    if (server !== null) return server
    // Somebody took the number between the look and the start.
    from = number + 1
  }
  throw new ExplainedError('No virtual display could be started: Xvfb ended at once every time.', 'Run "Xvfb :99" to see why, or start with a display.')
}

async function namesIn(folder) {
  return readdir(folder).catch(() => [])
}

/** Xvfb writes its number to the fourth channel once it takes connections. */
function startServer(number, size) {
  const args = [`:${number}`, '-screen', '0', size, '-nolisten', 'tcp', '-displayfd', '3']
  const child = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] })
  const ended = new Promise((resolve) => child.once('close', resolve))
  const killAtExit = () => child.kill('SIGTERM')
  process.once('exit', killAtExit)
  const stop = async () => {
    process.off('exit', killAtExit)
    child.kill('SIGTERM')
    await ended
  }
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => void stop().then(() => resolve(null)), START_LIMIT)
    child.once('error', (error) => {
      clearTimeout(limit)
      process.off('exit', killAtExit)
      const missing = error.code === 'ENOENT'
      reject(missing ? new ExplainedError('Xvfb, which stands in for a display, is not installed.', 'Install it: sudo apt-get install -y xvfb') : error)
    })
    void ended.then(() => {
      clearTimeout(limit)
      process.off('exit', killAtExit)
      resolve(null)
    })
    child.stdio[3].once('data', () => {
      clearTimeout(limit)
      resolve({ display: `:${number}`, stop })
    })
  })
}
