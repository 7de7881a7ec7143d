// What others do with the same change: rsync with the same bytes, PouchDB and Syncthing with the same accounts as JSON.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { ensureDebianPackages } from '../../scripts/lib/debianPackages.mjs'
import { userCacheFolder } from '../../scripts/lib/paths.mjs'
import { isOnPath, npmCommand, runProcess } from '../../scripts/lib/runProcess.mjs'
import { importSource } from '../lib/bundle.mjs'

/** Looked at and installed outside of the project: it is measured here, not used. */
const POUCHDB = 'pouchdb@9.0.0'

/** Each peer is prepared with all accounts; `round(n)` carries what changed and answers milliseconds. A peer that cannot be had is null. */
export async function preparePeers({ team, work, log }) {
  await ensureDebianPackages(['rsync', 'syncthing'], 'to compare with', { log })
  return { rsync: prepareRsync(team, join(work, 'rsync')), pouchdb: await preparePouch(team, join(work, 'pouchdb'), log), syncthing: await prepareSyncthing(team, join(work, 'syncthing'), log) }
}

function prepareRsync(team, folder) {
  if (!isOnPath('rsync')) return null
  for (const name of ['from', 'to']) cpSync(join(team.folder, 'team'), join(folder, name), { recursive: true })
  return {
    round: async (number) => {
      cpSync(join(team.folder, `later-${number}`), join(folder, 'from'), { recursive: true })
      const begin = performance.now()
      const { status, stderr } = spawnSync('rsync', ['-a', '--fsync', `${join(folder, 'from')}/`, `${join(folder, 'to')}/`], { encoding: 'utf8' })
      if (status !== 0) throw new Error(stderr)
      return performance.now() - begin
    },
    stop: async () => undefined,
  }
}

async function preparePouch(team, folder, log) {
  const installed = join(userCacheFolder(), 'bench-pouchdb')
  if (!existsSync(join(installed, 'node_modules', 'pouchdb'))) {
    mkdirSync(installed, { recursive: true })
    writeFileSync(join(installed, 'package.json'), '{"private":true}')
    const { command, args, shell } = npmCommand(['install', '--ignore-scripts', '--no-audit', '--no-fund', POUCHDB])
    const { code } = await runProcess(command, args, { cwd: installed, shell, onLine: () => undefined })
    if (code !== 0) {
      log.line('PouchDB could not be installed, so it is left out.')
      return null
    }
  }
  const PouchDB = createRequire(join(installed, 'package.json'))('pouchdb')
  mkdirSync(folder, { recursive: true })
  const [from, to] = [new PouchDB(join(folder, 'from')), new PouchDB(join(folder, 'to'))]
  const documents = jsonOf(join(team.folder, 'json'))
  for (let at = 0; at < documents.length; at += 500) await from.bulkDocs(documents.slice(at, at + 500))
  await PouchDB.replicate(from, to)
  return {
    round: async (number) => {
      const changed = jsonOf(join(team.folder, `json-${number}`))
      const { rows } = await from.allDocs({ keys: changed.map(({ _id }) => _id) })
      await from.bulkDocs(changed.map((document, at) => ({ ...document, _rev: rows[at].value.rev })))
      const begin = performance.now()
      const { docs_written: written } = await PouchDB.replicate(from, to)
      const took = performance.now() - begin
      if (written !== changed.length) throw new Error(`PouchDB wrote ${written} of ${changed.length}`)
      return took
    },
    stop: async () => void (await Promise.all([from.close(), to.close()])),
  }
}

async function prepareSyncthing(team, folder, log) {
  const { noSyncthingReason, SyncthingNodes } = await importSource('e2e/faults/lib/Syncthing.ts')
  const reason = noSyncthingReason()
  if (reason !== null) {
    log.line(`${reason}; it is left out.`)
    return null
  }
  const [from, to] = ['from', 'to'].map((name) => join(folder, name))
  cpSync(join(team.folder, 'json'), from, { recursive: true })
  const nodes = await SyncthingNodes.make(folder, [from, to])
  await nodes.start()
  if (!(await nodes.carryAll(600_000))) {
    await nodes.stop()
    throw new Error('Syncthing did not bring the folders together')
  }
  return {
    round: async (number) => {
      const source = join(team.folder, `json-${number}`)
      const names = readdirSync(source)
      cpSync(source, from, { recursive: true })
      const begin = performance.now()
      await nodes.scanFirst()
      while (!names.every((name) => isSame(join(source, name), join(to, name)))) await pause(10)
      return performance.now() - begin
    },
    stop: () => nodes.stop(),
  }
}

function jsonOf(folder) {
  return readdirSync(folder).map((name) => ({ ...JSON.parse(readFileSync(join(folder, name), 'utf8')), _id: name }))
}

function isSame(one, other) {
  return existsSync(other) && readFileSync(one).equals(readFileSync(other))
}
