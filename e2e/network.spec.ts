import { spawn, spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from './fixtures'
import type { Laptop } from './Laptop'
import { doMainJob } from './doMainJob'

const folder = dirname(fileURLToPath(import.meta.url))

test('from the first start to the files for the buyer the browser engine asks no host for anything', async ({ desk }) => {
  const netLog = join(desk.root, 'net.json')
  const laptop = await desk.laptop('laptop', { args: [`--log-net-log=${netLog}`] })
  await doMainJob(laptop, desk.root, await desk.folder('team'))
  expect(await laptop.quit()).toBe(0)
  expect(await hostsIn(netLog)).toEqual([])
})

test('the log in which no host was found would have shown one', async ({ desk }) => {
  const netLog = join(desk.root, 'net.json')
  const laptop = await desk.laptop('laptop', { args: [`--log-net-log=${netLog}`] })
  await laptop.app.evaluate(async ({ session }) => {
    // A session that the app knows nothing of, so without its locks; the name still does not resolve.
    await session.fromPartition('without-locks').fetch('https://example.com/').catch(() => undefined)
  })
  expect(await laptop.quit()).toBe(0)
  expect(await hostsIn(netLog)).toContain('example.com')
})

test('a request that our own code made would be stopped', async ({ laptop }) => {
  for (const partition of ['', 'window', 'print']) expect(await fetchIn(laptop, partition), `session "${partition}"`).toMatch(/ERR_BLOCKED_BY_CLIENT/)
})

test('in a machine whose only way out is watched the whole job is done, and not one packet leaves', async ({ desk }) => {
  const command = ['--net', '--map-root-user', 'sh', join(folder, 'isolated', 'watchedNetwork.sh')]
  const possible = spawnSync('unshare', [...command, 'true'])
  test.skip(possible.status !== 0, 'needs Linux, iproute2 and the right to make a network namespace')
  test.setTimeout(180_000)
  const playwright = join(folder, '..', 'node_modules', '@playwright', 'test', 'cli.js')
  const config = join(folder, 'isolated', 'playwright.config.ts')
  const run = spawn('unshare', [...command, process.execPath, playwright, 'test', '--config', config, '--output', join(desk.root, 'results')], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (text: Buffer) => (said += text.toString()))
  const status = await new Promise((resolve) => run.once('close', resolve))
  expect(status, said).toBe(0)
  expect(said).toMatch(/2 passed/)
})

/** Every host that an event of Chromium's network log names. Our own pages never get there: they are no network. */
async function hostsIn(netLog: string): Promise<readonly string[]> {
  const { events } = JSON.parse(await readFile(netLog, 'utf8')) as { readonly events: readonly { readonly params?: Readonly<Record<string, unknown>> }[] }
  expect(events.length).toBeGreaterThan(0)
  const hosts = events.flatMap(({ params = {} }) => {
    const named = [params['url'], params['host'], params['address'], params['origin']].filter((value) => typeof value === 'string')
    return named.map((value) => (URL.canParse(value) ? new URL(value).host || value : value))
  })
  return [...new Set(hosts)]
}

function fetchIn(laptop: Laptop, partition: string): Promise<string> {
  return laptop.app.evaluate(async ({ session }, name) => {
    const used = name === '' ? session.defaultSession : session.fromPartition(name)
    return used.fetch('https://example.com/').then(
      ({ status }) => `answered ${status}`,
      (error: unknown) => String(error),
    )
  }, partition)
}
