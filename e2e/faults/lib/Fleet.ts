import { existsSync, mkdirSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { seededRandom } from '../../../electron/vault/testing/seededRandom'
import type { Acknowledged, SyncedAnswer, WorkerLine, WorkerReport } from '../worker/protocol'
import type { FaultCounts } from './FaultReport'
import { WorkerProcess } from './WorkerProcess'

export interface FleetOptions {
  /** The bundled worker. */
  readonly worker: string
  readonly seed: number
  readonly names: readonly string[]
  /** The team folder as this laptop sees it; the same for all where it is really shared. */
  readonly teamFolderOf: (home: string, name: string) => string
  /** Where everything of one laptop lies, if not in a folder of its name. */
  readonly homeOf?: (place: string, name: string) => string
  readonly compactsFrom?: number
  /** More environment for one laptop's process. */
  readonly environmentOf?: (name: string) => NodeJS.ProcessEnv
}

/** How often a laptop may sync at the end before it counts as stuck. */
const mostRounds = 40

/** Some laptops, each a process, with what they were promised and what befell them. */
export class Fleet {
  readonly random: () => number
  readonly failures: string[] = []
  private readonly running = new Map<string, WorkerProcess>()
  private starts = 0
  private kills = 0
  private refused = 0
  private healed = 0
  private compacted = 0
  /** Edits that were answered with a trouble of the disk. */
  refusedEdits = 0

  private constructor(
    readonly place: string,
    private readonly options: FleetOptions,
  ) {
    this.random = seededRandom(options.seed)
  }

  static async make(options: FleetOptions): Promise<Fleet> {
    const place = await mkdtemp(join(tmpdir(), 'plumbline-faults-'))
    return new Fleet(place, options)
  }

  get names(): readonly string[] {
    return this.options.names
  }

  homeOf(name: string): string {
    return this.options.homeOf?.(this.place, name) ?? join(this.place, name)
  }

  teamFolderOf(name: string): string {
    return this.options.teamFolderOf(this.place, name)
  }

  /** Starts a laptop; it is `ready` once its workspace is open. */
  start(name: string): WorkerProcess {
    const [home, teamFolder] = [this.homeOf(name), this.teamFolderOf(name)]
    mkdirSync(home, { recursive: true })
    mkdirSync(teamFolder, { recursive: true })
    const { seed, names, compactsFrom } = this.options
    const ledgerFolder = join(this.place, 'ledgers', name)
    mkdirSync(ledgerFolder, { recursive: true })
    const order = { name, home, ledgerFolder, teamFolder, seed: seed + ++this.starts, founds: name === names[0], ...(compactsFrom === undefined ? {} : { compactsFrom }) }
    const worker = new WorkerProcess(this.options.worker, order, (line) => this.hear(name, line), this.options.environmentOf?.(name))
    this.running.set(name, worker)
    return worker
  }

  async mustStart(name: string): Promise<WorkerProcess> {
    const worker = this.start(name)
    await worker.must('ready')
    return worker
  }

  /** The first laptop makes the workspace and some accounts, the others join. `between` is what carries files meanwhile. */
  async gather(between: () => Promise<void> = () => Promise.resolve()): Promise<void> {
    for (const name of this.names) {
      const worker = await this.mustStart(name)
      if (name === this.names[0]) {
        worker.tell({ kind: 'work', edits: 12, pauseMs: 0 })
        await worker.must('worked')
      }
      await worker.sync()
      await worker.end()
      await between()
    }
  }

  /** Ends a laptop as a power button does. */
  async kill(worker: WorkerProcess): Promise<void> {
    if (worker.isRunning) this.kills++
    await worker.kill()
  }

  /** Lets a laptop write until the time is over, killing it two to four seconds after it began wherever it then is; sometimes while it starts. */
  async torment(name: string, until: number, { leastMs = 2_000, mostMs = 4_000, pauseMs = 40 } = {}): Promise<void> {
    while (Date.now() < until && this.failures.length === 0) {
      const worker = this.start(name)
      worker.tell({ kind: 'work', edits: null, pauseMs })
      if (this.random() < 0.15) await pause(this.random() * leastMs)
      else if ((await worker.hears('ready')) !== null) await Promise.race([pause(leastMs + this.random() * (mostMs - leastMs)), worker.gone])
      await this.kill(worker)
    }
  }

  /** Everybody syncs in turn until nobody has anything to send or to take. `between` is what carries files meanwhile. Answers the last status of each. */
  async settle(between: () => Promise<void> = () => Promise.resolve()): Promise<readonly SyncedAnswer[]> {
    const workers = await Promise.all(this.names.map((name) => this.mustStart(name)))
    for (let round = 1; ; round++) {
      const answers: SyncedAnswer[] = []
      for (const worker of workers) answers.push(await worker.sync())
      await between()
      const isQuiet = answers.every(({ sent, received, refused, waiting, kind }) => sent + received + refused + waiting === 0 && kind === 'upToDate')
      if (isQuiet && round > 1) return answers
      if (round === mostRounds) {
        this.failures.push(`not settled after ${round} rounds: ${JSON.stringify(answers)}`)
        return answers
      }
    }
  }

  /** Compares what was promised with what every laptop has, and the laptops with each other. */
  async compare(): Promise<FaultCounts> {
    const reports: WorkerReport[] = []
    for (const name of this.names) reports.push(await this.mustRun(name).report())
    const promised = this.acknowledged()
    const found = promised.filter((edit) => reports.every((report) => holds(report, edit)))
    for (const edit of promised) if (!found.includes(edit)) this.failures.push(`lost ${JSON.stringify(edit)}`)
    for (const [at, report] of reports.entries()) {
      for (const problem of report.problems) this.failures.push(`${this.names[at] ?? ''}: ${problem}`)
      if (headsOf(report) !== headsOf(reports[0])) this.failures.push(`${this.names[at] ?? ''} and ${this.names[0] ?? ''} hold different accounts`)
    }
    return { acknowledged: promised.length, found: found.length, refused: this.refused, healed: this.healed, compacted: this.compacted, kills: this.kills, powerCuts: 0 }
  }

  acknowledged(): readonly Acknowledged[] {
    return this.names.flatMap((name) => {
      const file = join(this.place, 'ledgers', name, 'acknowledged')
      // A line without its end was being written when the process was killed, so nobody was told.
      return existsSync(file) ? readFileSync(file, 'utf8').split('\n').slice(0, -1).map((line) => JSON.parse(line) as Acknowledged) : []
    })
  }

  async killAll(): Promise<void> {
    for (const worker of this.running.values()) await worker.kill()
  }

  async remove(): Promise<void> {
    await this.killAll()
    // Kept for whoever looks into a failure.
    if (this.failures.length === 0) await rm(this.place, { recursive: true, force: true })
  }

  mustRun(name: string): WorkerProcess {
    const worker = this.running.get(name)
    if (!worker?.isRunning) throw new Error(`${name} is not running`)
    return worker
  }

  private hear(name: string, line: WorkerLine): void {
    if (line.line === 'refusedPack') this.refused++
    if (line.line === 'compacted') this.compacted++
    if (line.line === 'refusedEdit') this.refusedEdits++
    if (line.line === 'healedPack') this.healed++
    if (line.line === 'compacted') this.compacted++
    if (line.line === 'refusedEdit') this.refusedEdits++
    if (line.line === 'failed') this.failures.push(`${name}: ${line.message}`)
  }
}

function holds(report: WorkerReport, { accountId, editId, personId }: Acknowledged): boolean {
  const account = report.accounts.find((candidate) => candidate.accountId === accountId)
  return account !== undefined && account.editIds.includes(editId) && (personId === undefined || account.personIds.includes(personId))
}

function headsOf(report: WorkerReport | undefined): string {
  return JSON.stringify(report?.accounts.map(({ accountId, heads }) => [accountId, heads]))
}
