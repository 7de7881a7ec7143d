import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Why Syncthing cannot be used on this machine; null where it can. */
export function noSyncthingReason(): string | null {
  try {
    execFileSync('syncthing', ['--version'], { stdio: 'ignore' })
    return null
  } catch {
    return 'Syncthing is not on this machine: apt-get install syncthing'
  }
}

interface Node {
  readonly home: string
  /** The folder that Syncthing keeps the same on all nodes. */
  readonly folder: string
  readonly deviceId: string
  readonly port: number
  readonly guiPort: number
}

const apiKey = 'fault-run'

/** Real Syncthing daemons on this machine that know only each other: loopback addresses, no discovery, no relays. */
export class SyncthingNodes {
  private readonly daemons = new Map<Node, ChildProcess>()

  private constructor(private readonly nodes: readonly Node[]) {}

  /** One node for each folder. */
  static async make(place: string, folders: readonly string[]): Promise<SyncthingNodes> {
    const nodes: Node[] = []
    for (const [at, folder] of folders.entries()) {
      const home = join(place, `syncthing-${at}`)
      mkdirSync(join(folder, '.stfolder'), { recursive: true })
      execFileSync('syncthing', ['generate', `--home=${home}`, '--no-default-folder', '--skip-port-probing'], { stdio: 'ignore', env: environment(home) })
      const deviceId = execFileSync('syncthing', [`--home=${home}`, '--device-id'], { encoding: 'utf8', env: environment(home) }).trim()
      nodes.push({ home, folder, deviceId, port: await freePort(), guiPort: await freePort() })
    }
    for (const node of nodes) writeFileSync(join(node.home, 'config.xml'), configOf(node, nodes))
    return new SyncthingNodes(nodes)
  }

  async start(): Promise<void> {
    for (const node of this.nodes) this.startOne(node)
    for (const node of this.nodes) await this.answers(node)
  }

  /** Kills one daemon in the middle of whatever it does and starts it again. */
  async killOne(random: () => number): Promise<void> {
    const node = this.nodes[Math.floor(random() * this.nodes.length)]
    if (!node) return
    await this.end(node, 'SIGKILL')
    this.startOne(node)
  }

  /** Waits until every folder holds the same files; false where that takes too long. */
  async carryAll(limitMs = 60_000): Promise<boolean> {
    const until = Date.now() + limitMs
    for (const node of this.nodes) await this.answers(node)
    while (Date.now() < until) {
      await Promise.all(this.nodes.map((node) => this.ask(node, 'POST', 'db/scan?folder=team').catch(() => undefined)))
      const contents = this.nodes.map(({ folder }) => contentOf(folder))
      if (contents.every((content) => content === contents[0])) return true
      await pause(300)
    }
    return false
  }

  /** Tells the first node to look at its folder now, instead of when it next would. */
  async scanFirst(): Promise<void> {
    const [first] = this.nodes
    if (first) await this.ask(first, 'POST', 'db/scan?folder=team')
  }

  /** Files that Syncthing made of two versions of one: there should be none, since each path has one writer. */
  conflictFiles(): number {
    return this.nodes.reduce((sum, { folder }) => sum + readdirSync(folder, { recursive: true }).filter((name) => String(name).includes('.sync-conflict-')).length, 0)
  }

  async stop(): Promise<void> {
    for (const node of this.nodes) await this.end(node, 'SIGTERM')
  }

  private startOne(node: Node): void {
    const daemon = spawn('syncthing', ['serve', `--home=${node.home}`, '--no-browser', '--no-restart', '--no-upgrade'], { stdio: 'ignore', env: environment(node.home) })
    this.daemons.set(node, daemon)
  }

  private async end(node: Node, signal: NodeJS.Signals): Promise<void> {
    const daemon = this.daemons.get(node)
    this.daemons.delete(node)
    if (!daemon || daemon.exitCode !== null || daemon.signalCode !== null) return
    const gone = once(daemon, 'exit')
    daemon.kill(signal)
    const timer = setTimeout(() => daemon.kill('SIGKILL'), 5_000)
    await gone
    clearTimeout(timer)
  }

  private async answers(node: Node): Promise<void> {
    for (let tries = 0; tries < 200; tries++) {
      const answer = await this.ask(node, 'GET', 'system/ping').catch(() => null)
      if (answer?.ok) return
      await pause(100)
    }
    throw new Error('A Syncthing daemon does not answer')
  }

  private ask(node: Node, method: string, path: string): Promise<Response> {
    return fetch(`http://127.0.0.1:${node.guiPort}/rest/${path}`, { method, headers: { 'X-API-Key': apiKey } })
  }
}

/** Without the process that would start a killed daemon again by itself. */
function environment(home: string): NodeJS.ProcessEnv {
  return { PATH: process.env['PATH'], HOME: home, STMONITORED: 'yes', STNOUPGRADE: '1' }
}

function contentOf(folder: string): string {
  const names = readdirSync(folder, { recursive: true }).map(String).filter((name) => !name.includes('.st'))
  return names
    .map((name) => `${name} ${sizeOf(join(folder, name))}`)
    .sort()
    .join('\n')
}

function sizeOf(path: string): number {
  try {
    const found = statSync(path)
    return found.isFile() ? found.size : 0
  } catch {
    // Gone between the list and the look.
    return -1
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

function configOf(node: Node, all: readonly Node[]): string {
  const devices = all.map(({ deviceId, port }) => `<device id="${deviceId}" compression="never"><address>tcp://127.0.0.1:${port}</address><autoAcceptFolders>false</autoAcceptFolders></device>`)
  return `<configuration version="35">
  <folder id="team" path="${node.folder}" type="sendreceive" rescanIntervalS="5" fsWatcherEnabled="true" fsWatcherDelayS="1">
    ${all.map(({ deviceId }) => `<device id="${deviceId}"></device>`).join('')}
    <minDiskFree unit="%">0</minDiskFree>
  </folder>
  ${devices.join('\n  ')}
  <gui enabled="true" tls="false"><address>127.0.0.1:${node.guiPort}</address><apikey>${apiKey}</apikey></gui>
  <options>
    <listenAddress>tcp://127.0.0.1:${node.port}</listenAddress>
    <globalAnnounceEnabled>false</globalAnnounceEnabled>
    <localAnnounceEnabled>false</localAnnounceEnabled>
    <relaysEnabled>false</relaysEnabled>
    <natEnabled>false</natEnabled>
    <reconnectionIntervalS>1</reconnectionIntervalS>
    <urAccepted>-1</urAccepted>
    <crashReportingEnabled>false</crashReportingEnabled>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
    <startBrowser>false</startBrowser>
    <stunKeepaliveStartS>0</stunKeepaliveStartS>
  </options>
</configuration>
`
}
