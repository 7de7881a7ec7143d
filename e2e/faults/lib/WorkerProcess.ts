import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { SyncedAnswer, WorkerCommand, WorkerLine, WorkerOrder, WorkerReport } from '../worker/protocol'

/** Lines that answer a command; the others only tell what happens. */
const awaited: ReadonlySet<WorkerLine['line']> = new Set(['ready', 'worked', 'synced', 'report'])

type LineOf<Kind extends WorkerLine['line']> = Extract<WorkerLine, { line: Kind }>

/** A laptop that runs in a process of its own and can be killed. */
export class WorkerProcess {
  private readonly process: ChildProcessWithoutNullStreams
  private readonly waiting: { readonly isWanted: (line: WorkerLine) => boolean; readonly resolve: (line: WorkerLine | null) => void }[] = []
  private readonly unclaimed: WorkerLine[] = []
  private said = ''
  private isKilled = false
  readonly gone: Promise<unknown>

  constructor(
    script: string,
    readonly order: WorkerOrder,
    private readonly onLine: (line: WorkerLine) => void,
    environment: NodeJS.ProcessEnv = {},
  ) {
    this.process = spawn(process.execPath, [script, JSON.stringify(order)], { env: { ...process.env, ...environment } })
    this.gone = once(this.process, 'close')
    this.process.stderr.on('data', (text: Buffer) => (this.said += text.toString()))
    // Its reader may have been killed.
    this.process.stdin.on('error', () => undefined)
    createInterface({ input: this.process.stdout }).on('line', (text) => this.hear(text))
    void this.gone.then(() => {
      if (!this.isKilled && this.process.exitCode !== 0) this.onLine({ line: 'failed', message: `${order.name} ended by itself: ${this.said}` })
      for (const { resolve } of this.waiting.splice(0)) resolve(null)
    })
  }

  get pid(): number {
    return this.process.pid ?? 0
  }

  get isRunning(): boolean {
    return this.process.exitCode === null && this.process.signalCode === null
  }

  tell(command: WorkerCommand): void {
    this.process.stdin.write(`${JSON.stringify(command)}\n`)
  }

  /** Resolves with the line, or with null where the process ends before it. */
  async hears<Kind extends WorkerLine['line']>(kind: Kind): Promise<LineOf<Kind> | null> {
    const at = this.unclaimed.findIndex((line) => line.line === kind)
    if (at >= 0) return this.unclaimed.splice(at, 1)[0] as LineOf<Kind>
    if (!this.isRunning) return null
    return new Promise((resolve) => {
      this.waiting.push({ isWanted: (line) => line.line === kind, resolve: (line) => resolve(line as LineOf<Kind> | null) })
    })
  }

  async sync(): Promise<SyncedAnswer> {
    this.tell({ kind: 'sync' })
    return (await this.must('synced')).answer
  }

  async report(): Promise<WorkerReport> {
    this.tell({ kind: 'report' })
    return (await this.must('report')).report
  }

  async kill(): Promise<void> {
    this.isKilled = true
    if (this.isRunning) this.process.kill('SIGKILL')
    await this.gone
  }

  async end(): Promise<void> {
    if (!this.isRunning) return
    this.tell({ kind: 'end' })
    await this.gone
  }

  async must<Kind extends WorkerLine['line']>(kind: Kind): Promise<LineOf<Kind>> {
    const line = await this.hears(kind)
    if (line === null) throw new Error(`${this.order.name} ended before it told "${kind}": ${this.said}`)
    return line
  }

  private hear(text: string): void {
    const line = JSON.parse(text) as WorkerLine
    this.onLine(line)
    const at = this.waiting.findIndex(({ isWanted }) => isWanted(line))
    if (at >= 0) this.waiting.splice(at, 1)[0]?.resolve(line)
    else if (awaited.has(line.line)) this.unclaimed.push(line)
  }
}
