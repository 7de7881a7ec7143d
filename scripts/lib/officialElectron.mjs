import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { spawnSync } from 'node:child_process'
import { portion } from './log.mjs'
import { runProcess } from './runProcess.mjs'

/** How long the download page may take to send its first byte. */
const REACH_LIMIT = 6_000
/** How long a download that has begun may send nothing. */
const STALL_LIMIT = 45_000

export function officialFolder(root) {
  return join(root, 'node_modules', 'electron')
}

export function officialVersion(root) {
  return JSON.parse(readFileSync(join(officialFolder(root), 'package.json'), 'utf8')).version
}

/** The official runtime if the package's own installer has finished here. */
export function installedOfficial(root) {
  const folder = officialFolder(root)
  const read = (...path) => {
    const file = join(folder, ...path)
    return existsSync(file) ? readFileSync(file, 'utf8').trim() : null
  }
  const program = read('path.txt')
  if (program === null || read('dist', 'version')?.replace(/^v/, '') !== officialVersion(root)) return null
  const distPath = join(folder, 'dist')
  const executablePath = join(distPath, program)
  return existsSync(executablePath) ? { executablePath, distPath, version: officialVersion(root), source: 'official' } : null
}

/**
 * Downloads and unpacks the official runtime. The download goes through the library and into the cache
 * that the package's installer uses itself, ahead of it, because only so can it be watched and given up.
 * Throws with a reason in words where the page refuses or cannot be reached.
 */
export async function installOfficial(root, log) {
  const folder = officialFolder(root)
  const require = createRequire(join(folder, 'package.json'))
  const version = officialVersion(root)
  const { downloadArtifact } = await import(pathToFileURL(require.resolve('@electron/get')).href)
  const progress = log.progress(`Electron ${version}, official download`)
  const watch = watchDownload((transferred, total) => progress.update(portion(transferred, total)))
  try {
    await downloadArtifact({
      version,
      artifactName: 'electron',
      platform: process.platform,
      arch: machineArchitecture(),
      checksums: JSON.parse(readFileSync(join(folder, 'checksums.json'), 'utf8')),
      downloadOptions: { quiet: true, signal: watch.signal, getProgressCallback: watch.onProgress },
    })
  } catch (error) {
    const reason = watch.reason() ?? reasonOf(error)
    progress.end(`not available (${reason})`)
    throw new Error(reason)
  } finally {
    watch.stop()
  }
  progress.end('downloaded, unpacking')
  const { code, output } = await runProcess(process.execPath, ['--no-warnings', join(folder, 'install.js')], {
    // The override would make the installer look for its files in another runtime.
    env: withoutOverride(process.env),
    onLine: () => {},
  })
  const installed = code === 0 ? installedOfficial(root) : null
  if (installed === null) throw new Error(`the installer of the electron package failed: ${lastLine(output)}`)
  return installed
}

function watchDownload(report) {
  const controller = new AbortController()
  let reason = null
  const giveUp = (text) => () => {
    reason = text
    controller.abort()
  }
  let timer = setTimeout(giveUp(`no answer within ${REACH_LIMIT / 1000} s`), REACH_LIMIT)
  return {
    signal: controller.signal,
    reason: () => reason,
    stop: () => clearTimeout(timer),
    onProgress: async ({ transferred, total }) => {
      clearTimeout(timer)
      timer = setTimeout(giveUp(`the download stood still for ${STALL_LIMIT / 1000} s`), STALL_LIMIT)
      report(transferred, total)
    },
  }
}

/** Node under Rosetta calls itself x64; the installer then takes the runtime for the real processor. */
function machineArchitecture() {
  if (process.platform !== 'darwin' || process.arch !== 'x64') return process.arch
  const translated = spawnSync('sysctl', ['-in', 'sysctl.proc_translated'], { encoding: 'utf8' }).stdout
  return translated?.trim() === '1' ? 'arm64' : process.arch
}

function reasonOf(error) {
  const response = error?.response
  if (response) return `${new URL(response.url).host} answered ${response.status}`
  const cause = error?.cause
  if (cause?.hostname) return `${cause.hostname} cannot be reached, ${cause.code}`
  return (cause?.code ?? cause?.message ?? error?.message ?? String(error)).replace(/\.$/, '')
}

function withoutOverride(env) {
  return Object.fromEntries(Object.entries(env).filter(([name]) => name !== 'ELECTRON_OVERRIDE_DIST_PATH'))
}

function lastLine(output) {
  return output.trim().split('\n').at(-1) ?? ''
}
