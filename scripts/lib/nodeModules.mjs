import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ExplainedError } from './ExplainedError.mjs'
import { createLog, seconds } from './log.mjs'
import { projectRoot } from './paths.mjs'
import { npmCommand, runProcess } from './runProcess.mjs'

/** Installs node_modules when it is missing, incomplete or not what package-lock.json says. */
export async function ensureInstalled({ log = createLog(), root = projectRoot } = {}) {
  const lock = readPackages(join(root, 'package-lock.json'))
  if (lock === null) throw new ExplainedError('package-lock.json is missing or damaged.', 'Restore it: git checkout -- package-lock.json')
  const installed = readPackages(join(root, 'node_modules', '.package-lock.json'))
  const why = reasonToInstall(lock, installed)
  if (why === null) return
  log.line(`Installing packages: ${why}.`)
  await install(root, Object.keys(lock).filter((place) => place !== ''), log)
}

/**
 * npm writes down what it installed only when it has finished; comparing that with the lock file needs
 * no note of our own and is right after an interrupted run, too. Answers why to install, or null.
 */
export function reasonToInstall(lock, installed) {
  if (installed === null) return 'node_modules is missing or incomplete'
  for (const [place, wanted] of Object.entries(lock)) {
    if (place === '') continue
    const found = installed[place]
    // Packages for other systems are listed but not installed.
    if (found === undefined && wanted.optional) continue
    if (found?.version !== wanted.version || found?.integrity !== wanted.integrity) return 'package-lock.json has changed'
  }
  return null
}

function readPackages(file) {
  if (!existsSync(file)) return null
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages ?? null
  } catch {
    return null
  }
}

async function install(root, places, log) {
  const started = Date.now()
  const progress = log.progress('npm ci')
  const unpacked = () => places.filter((place) => existsSync(join(root, place, 'package.json'))).length
  const timer = setInterval(() => progress.update(`${unpacked()} of about ${places.length} packages, ${seconds(Date.now() - started)}`), 1_000)
  const lines = []
  const npm = npmCommand(['ci', '--include=dev', '--no-audit', '--no-fund'])
  const { code } = await runProcess(npm.command, npm.args, { cwd: root, shell: npm.shell, onLine: (line) => lines.push(line) }).finally(() => clearInterval(timer))
  if (code !== 0) {
    progress.end('failed')
    for (const line of lines) log.line(`  ${line}`)
    throw new ExplainedError('The packages could not be installed; npm says why above.', 'Check that "npm ping" works, then start again.')
  }
  progress.end(`${unpacked()} packages in ${seconds(Date.now() - started)}`)
  const newer = packagesThatWantANewerNode(lines)
  if (newer.length > 0) log.line(`npm warns that ${newer.join(', ')} name a newer Node than ${process.versions.node} as theirs; what is used of them here runs on it.`)
}

export function packagesThatWantANewerNode(lines) {
  return lines.flatMap((line) => /EBADENGINE\s+package: '(.+?)'/.exec(line)?.[1] ?? [])
}
