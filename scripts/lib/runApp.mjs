import { spawn } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { projectRoot } from './paths.mjs'

/** Chromium complains about services that a plain machine lacks and the app does not use. */
const HARMLESS = /dbus|bus\.cc|gpu_process|viz_main|vaapi|gl_surface|angle_platform|object_proxy/i

/** Runs the built app until it ends; answers its exit code. */
export async function runApp(electron, env, log) {
  const warning = sandboxWarning(electron)
  if (warning) log.line(warning)
  const child = spawn(electron.executablePath, [...electron.args, projectRoot], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (!HARMLESS.test(line)) process.stderr.write(`${line}\n`)
  })
  const pass = (signal) => child.kill(signal)
  process.on('SIGINT', pass).on('SIGTERM', pass)
  try {
    return await new Promise((resolve, reject) => {
      child.once('error', reject)
      child.once('close', (code, signal) => resolve(code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)))
    })
  } finally {
    process.off('SIGINT', pass).off('SIGTERM', pass)
  }
}

/** Recent Ubuntu forbids the sandbox that Chromium makes for itself; Chromium then ends without a window. */
function sandboxWarning(electron) {
  if (process.platform !== 'linux' || electron.args.includes('--no-sandbox')) return null
  const helper = join(electron.distPath, 'chrome-sandbox')
  if (!isForbidden('/proc/sys/kernel/apparmor_restrict_unprivileged_userns', '1') || isSetuid(helper)) return null
  return `If no window opens: this system restricts user namespaces. Allow the sandbox once with: sudo chown root '${helper}' && sudo chmod 4755 '${helper}'`
}

function isForbidden(file, value) {
  try {
    return readFileSync(file, 'utf8').trim() === value
  } catch {
    return false
  }
}

function isSetuid(file) {
  try {
    const { mode, uid } = statSync(file)
    return uid === 0 && (mode & 0o4000) !== 0
  } catch {
    return false
  }
}
