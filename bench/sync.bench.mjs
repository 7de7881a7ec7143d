// A team of 5,000 accounts in the real app: the first join, 1 % changed by colleagues, a lost index, memory, and how long
// the main process is held up. Beside it rsync, PouchDB and Syncthing with the same change. Alternating, one run.
import { cpSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { createLog } from '../scripts/lib/log.mjs'
import { withApp } from '../scripts/lib/withApp.mjs'
import { machine, median, milliseconds, print, table } from './lib/measure.mjs'
import { emptyElectron, startApp } from './sync/app.mjs'
import { preparePeers } from './sync/peers.mjs'
import { ensureTeam } from './sync/team.mjs'

const ROUNDS = 5

const { values } = parseArgs({ options: { accounts: { type: 'string' }, 'without-peers': { type: 'boolean' } } })
const log = createLog()
const team = await ensureTeam({ accounts: Number(values.accounts ?? 5_000), rounds: ROUNDS, log })
const work = mkdtempSync(join(tmpdir(), 'plumbline-bench-sync-'))
try {
  await withApp(log, report, { unseen: true })
} finally {
  rmSync(work, { recursive: true, force: true })
}

async function report(electron) {
  const shared = join(work, 'team')
  const home = join(work, 'laptop')
  cpSync(join(team.folder, 'team'), shared, { recursive: true })
  const empty = await emptyElectron(electron, join(work, 'empty'))
  const figures = await firstJoin(electron, home, shared)
  const rounds = await onePercent(electron, home, shared)
  const index = await lostIndex(electron, home)
  tell({ electron, empty, figures, rounds, index })
}

async function firstJoin(electron, home, shared) {
  return onLaptop(electron, home, async (app) => {
    await app.blockedMs()
    const begin = performance.now()
    await app.join(shared)
    await app.listed(team.accounts)
    const listed = performance.now() - begin
    const blockedListing = await app.blockedMs()
    log.line(`First join: ${milliseconds(listed)} until listed, main held up at most ${milliseconds(blockedListing)}.`)
    await app.applied(team.accounts)
    const applied = performance.now() - begin
    const blockedApplying = await app.blockedMs()
    log.line(`First join: ${milliseconds(applied)} until applied, main held up at most ${milliseconds(blockedApplying)}.`)
    return { listed, applied, blockedListing, blockedApplying, memory: await app.memory() }
  })
}

async function onePercent(electron, home, shared) {
  const peers = values['without-peers'] ? {} : await preparePeers({ team, work, log })
  try {
    return await onLaptop(electron, home, (app) => alternate(app, shared, peers))
  } finally {
    for (const peer of Object.values(peers)) await peer?.stop()
  }
}

async function alternate(app, shared, peers) {
  await app.applied(team.accounts)
  await app.blockedMs()
  const times = { received: [], applied: [], rsync: [], pouchdb: [], syncthing: [] }
  const blocked = []
  for (let number = 1; number <= ROUNDS; number++) {
    for (const [name, peer] of Object.entries(peers)) if (peer) times[name].push(await peer.round(number))
    const begin = performance.now()
    cpSync(join(team.folder, `later-${number}`), shared, { recursive: true })
    await app.invoke('sync.now')
    times.received.push(performance.now() - begin)
    await app.named(team.changedIds.length, `Changed ${number}`)
    await app.applied(team.accounts)
    times.applied.push(performance.now() - begin)
    blocked.push(await app.blockedMs())
    log.line(`1 %, round ${number}: received in ${milliseconds(times.received.at(-1))}, applied in ${milliseconds(times.applied.at(-1))}, main held up at most ${milliseconds(blocked.at(-1))}.`)
  }
  return { times, blocked: Math.max(...blocked), memory: await app.memory() }
}

async function lostIndex(electron, home) {
  const workspaces = join(home, 'user-data', 'workspaces')
  for (const id of readdirSync(workspaces)) rmSync(join(workspaces, id, 'index'), { recursive: true, force: true })
  const begin = performance.now()
  return onLaptop(electron, home, async (app) => {
    await app.listed(team.accounts)
    const listed = performance.now() - begin
    await app.applied(team.accounts)
    return { listed, applied: performance.now() - begin, blocked: await app.blockedMs() }
  })
}

async function onLaptop(electron, home, use) {
  const app = await startApp(electron, home)
  try {
    return await use(app)
  } finally {
    await app.close()
  }
}

function tell({ electron, empty, figures, rounds, index }) {
  const { times } = rounds
  const of = (list) => (list.length > 0 ? median(list) : null)
  const [received, applied, rsync, pouchdb, syncthing] = [times.received, times.applied, times.rsync, times.pouchdb, times.syncthing].map(of)
  const show = (value) => (value === null ? 'not measured' : milliseconds(value))
  const against = (value, most) => (value === null ? '–' : `${(received / value).toFixed(1)} × (at most ${most} ×)`)
  const limit = (value, most) => (value <= most ? 'met' : 'MISSED')
  const above = (memory) => memory.now - empty
  const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`
  const blocked = Math.max(figures.blockedListing, figures.blockedApplying, rounds.blocked, index.blocked)
  const most = Math.max(above(figures.memory), above(rounds.memory))
  print()
  print(`${machine()}, Electron ${electron.version}`)
  print(`${team.accounts} accounts of ${team.devices} devices, about ${Math.round(team.jsonBytes / 1024)} KB as JSON and up to ${team.changesPerAccount} changes each; ${team.changedIds.length} changed in each of ${ROUNDS} rounds, medians`)
  print()
  print(
    table(
      ['', 'measured', 'target', ''],
      [
        ['1 % received: stored and flushed', show(received), `3 × rsync, 2 × PouchDB`, rsync === null || pouchdb === null ? '' : limit(received, Math.min(3 * rsync, 2 * pouchdb))],
        ['1 % applied in the background', show(applied), '2 s', limit(applied, 2_000)],
        ['  rsync of the same bytes', show(rsync), against(rsync, 3), ''],
        ['  PouchDB replication of the same accounts', show(pouchdb), against(pouchdb, 2), ''],
        ['  Syncthing, a folder of JSON files', show(syncthing), syncthing === null ? '–' : `${(received / syncthing).toFixed(1)} ×`, ''],
        ['first join: all in the list', show(figures.listed), '5 s', limit(figures.listed, 5_000)],
        ['first join: all applied', show(figures.applied), 'in the background', ''],
        ['index lost: all in the list (with the start of the app)', show(index.listed), '–', ''],
        ['index lost: all applied', show(index.applied), 'in the background', ''],
        ['main process held up at most', show(blocked), '50 ms', limit(blocked, 50)],
        [`  listing ${show(figures.blockedListing)}, applying ${show(figures.blockedApplying)}, 1 % ${show(rounds.blocked)}, index ${show(index.blocked)}`, '', '', ''],
        ['memory above an empty Electron (main + documents)', megabytes(most), '300 MB', limit(most, 300e6)],
        [`  empty ${megabytes(empty)}; after the join ${megabytes(figures.memory.now)} (at most ${megabytes(figures.memory.most)}), later ${megabytes(rounds.memory.now)}`, '', '', ''],
      ],
    ),
  )
}
