import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createLog, seconds } from './log.mjs'
import { isOnPath, isRoot, runProcess } from './runProcess.mjs'

/** What Electron loads and a machine without a desktop lacks. */
export const WINDOW_LIBRARIES = ['libgtk-3-0', 'libnss3', 'libgbm1', 'libasound2']
/** What a machine without a display needs to show windows to nobody, and to have letters on pictures. */
export const VIRTUAL_DISPLAY = ['xvfb', 'xauth', 'fonts-liberation']

/** On a system without dpkg a package counts as there when what the scripts use of it is there. */
const SIGNS = {
  xvfb: () => isOnPath('Xvfb'),
  xauth: () => isOnPath('xauth'),
  strace: () => isOnPath('strace'),
  syncthing: () => isOnPath('syncthing'),
  rsync: () => isOnPath('rsync'),
  faketime: () => isOnPath('faketime'),
  'poppler-utils': () => isOnPath('pdftotext'),
  'fonts-liberation': () => ['truetype/liberation', 'liberation', 'liberation-fonts', 'TTF'].some((folder) => existsSync(`/usr/share/fonts/${folder}`)),
}

/**
 * Sees to it that Debian packages are there. As root on Debian or Ubuntu it installs what is missing;
 * anywhere else it says which command would. Answers what is still missing, and that command.
 */
export async function ensureDebianPackages(list, why, { log = createLog() } = {}) {
  if (process.platform !== 'linux') return { missing: [], command: null }
  const missing = list.filter((name) => !isThere(name))
  if (missing.length === 0) return { missing, command: null }
  const debian = isOnPath('apt-get') && isOnPath('dpkg-query')
  if (!debian) {
    log.line(`Missing on this machine (${why}): ${missing.join(', ')}, as Debian calls them.`)
    return { missing, command: `install what your system calls ${missing.join(', ')}` }
  }
  const command = `sudo apt-get install -y ${missing.map(presentName).join(' ')}`
  if (!isRoot()) {
    log.line(`Missing Debian packages (${why}): ${missing.join(', ')}. To get them: ${command}`)
    return { missing, command }
  }
  await install(missing, why, log)
  const left = missing.filter((name) => !isThere(name))
  if (left.length > 0) log.line(`Could not be installed: ${left.join(', ')}. To try by hand: ${command}`)
  return { missing: left, command: left.length > 0 ? command : null }
}

/** Libraries that a program needs and the system does not have. */
export function missingLibraries(program) {
  if (process.platform !== 'linux') return []
  const { stdout } = spawnSync('ldd', [program], { encoding: 'utf8' })
  return librariesNotFound(stdout ?? '')
}

export function librariesNotFound(lddOutput) {
  const names = [...lddOutput.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1])
  return [...new Set(names)]
}

async function install(missing, why, log) {
  const started = Date.now()
  log.line(`Installing Debian packages (${why}): ${missing.join(', ')}.`)
  const progress = log.progress('apt-get')
  const apt = (args) =>
    runProcess('apt-get', ['-o', 'Dpkg::Use-Pty=0', ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      onLine: (line) => progress.update(line.slice(0, 80)),
    })
  await apt(['update'])
  const { code, output } = await apt(['install', '-y', '--no-install-recommends', ...missing.map(presentName)])
  progress.end(code === 0 ? `done in ${seconds(Date.now() - started)}` : `failed: ${output.trim().split('\n').at(-1)}`)
}

function isThere(name) {
  if (!isOnPath('dpkg-query')) return SIGNS[name]?.() ?? true
  return [name, `${name}t64`].some(isInstalled)
}

function isInstalled(name) {
  const { status, stdout } = spawnSync('dpkg-query', ['-W', '-f', '${db:Status-Status}\n', name], { encoding: 'utf8' })
  return status === 0 && stdout.split('\n').includes('installed')
}

/** Newer releases carry some libraries under a name that ends in t64. */
function presentName(name) {
  return [name, `${name}t64`].find(hasCandidate) ?? name
}

function hasCandidate(name) {
  const { stdout } = spawnSync('apt-cache', ['policy', name], { encoding: 'utf8' })
  return /Candidate: (?!\(none\))\S/.test(stdout ?? '')
}
