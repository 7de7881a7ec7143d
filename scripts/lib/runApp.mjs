import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { ExplainedError } from './ExplainedError.mjs'
import { projectRoot } from './paths.mjs'

/** Chromium complains about services that a plain machine lacks and the app does not use. */
const HARMLESS = /dbus|bus\.cc|command_buffer_proxy|gpu_process|viz_main|vaapi|gl_surface|angle_platform|object_proxy/i
const NO_SANDBOX_HERE = /setuid_sandbox_host|No usable sandbox/

/** Runs the built app until it ends; answers its exit code. */
export async function runApp(electron, env) {
  const child = spawn(electron.executablePath, [...electron.args, projectRoot], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'pipe'],
  })
  let sandboxFailed = false
  createInterface({ input: child.stderr }).on('line', (line) => {
    sandboxFailed ||= NO_SANDBOX_HERE.test(line)
    if (!HARMLESS.test(line)) process.stderr.write(`${line}\n`)
  })
  const pass = (signal) => child.kill(signal)
  process.on('SIGINT', pass).on('SIGTERM', pass)
  try {
    const { code, signal } = await ending(child)
    if (sandboxFailed && code !== 0) throw withoutSandbox(electron)
    return code ?? (signal === 'SIGINT' || signal === 'SIGTERM' ? 0 : 1)
  } finally {
    process.off('SIGINT', pass).off('SIGTERM', pass)
  }
}

function ending(child) {
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
}

/** Some systems, recent Ubuntu among them, forbid programs the user namespaces that Chromium makes its sandbox of. */
function withoutSandbox(electron) {
  const helper = join(electron.distPath, 'chrome-sandbox')
  return new ExplainedError(
    'This system does not let Chromium start its sandbox, and Plumbline does not run without one.',
    `Allow it once for this runtime: sudo chown root '${helper}' && sudo chmod 4755 '${helper}'`,
  )
}
