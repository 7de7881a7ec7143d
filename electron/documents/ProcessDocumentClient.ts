import { err, type Result } from '#shared/base/Result'
import type { Account } from '#shared/domain/account/Account'
import type { HistoryPage } from '#shared/domain/history/HistoryEntry'
import { logToken, type Log } from '../platform/Log'
import type { AppliedChanges, ChangedVersion, DocumentClient, DocumentProblem, EditRequest, FoundConflict, InspectedChanges, MergePreview, OpenedDocument, PreparedEdit, PrepareProblem } from './DocumentClient'
import { HangWatch } from './HangWatch'
import { readDocumentAnswer, type DocumentMethod, type DocumentRequest } from './documentProtocol'

/** A process that runs documentHost, whatever kind of process it is. */
export interface DocumentProcess {
  post(request: DocumentRequest): void
  kill(): void
  /** For one that listens to nothing any more. */
  destroy(): void
}

export interface DocumentProcessEvents {
  readonly onMessage: (message: unknown) => void
  readonly onExit: (code: number | null) => void
}

export type StartDocumentProcess = (events: DocumentProcessEvents) => DocumentProcess

/** WebAssembly memory never shrinks; above this the process is started afresh when it has nothing to do. */
const memoryLimitBytes = 1024 * 1024 * 1024
/** What is asked is taken up at once by a process that is well and has nothing else to do; starting it is slower. */
const takeUpLimitMs = 30_000
/** The largest account takes a few seconds. What takes this long does not come to an end. */
const workLimitMs = 60_000
const lookEveryMs = 1_000

export interface ProcessLimits {
  readonly memoryBytes: number
  readonly takeUpMs: number
  readonly workMs: number
}

const usualLimits: ProcessLimits = { memoryBytes: memoryLimitBytes, takeUpMs: takeUpLimitMs, workMs: workLimitMs }

/** A process that ends before it is ready would end again and again. */
const startAttempts = 3

interface Waiting {
  readonly request: DocumentRequest
  readonly resolve: (value: unknown) => void
  readonly reject: (error: Error) => void
  readonly whenGone: unknown
}

interface Running {
  readonly process: DocumentProcess
  isReady: boolean
}

/**
 * The documents in a process of their own. Starts it when it is needed, and again when it died; who
 * asked is told `processGone` and decides what to do. Retries nothing by itself.
 */
export class ProcessDocumentClient implements DocumentClient {
  #running: Running | null = null
  #isClosed = false
  #nextId = 1
  #failedStarts = 0
  readonly #waiting = new Map<number, Waiting>()
  /** Accounts with an edit between `prepare` and `confirm`: the process is not ended under them. */
  readonly #holding = new Set<string>()
  #exited: () => void = () => undefined
  readonly #limits: ProcessLimits
  readonly #hangs: HangWatch

  constructor(
    private readonly start: StartDocumentProcess,
    private readonly log: Log,
    limits: Partial<ProcessLimits> = {},
  ) {
    this.#limits = { ...usualLimits, ...limits }
    this.#hangs = new HangWatch({ ...this.#limits, lookMs: lookEveryMs, onHang: (reason) => this.#hung(reason) })
  }

  async isOpen(accountId: string): Promise<boolean> {
    return (await this.#send('isOpen', [accountId], false)) as boolean
  }

  async open(accountId: string, changes: readonly Uint8Array[]): Promise<Result<OpenedDocument, DocumentProblem>> {
    this.#holding.delete(accountId)
    return this.#ask('open', [accountId, changes])
  }

  async prepare(accountId: string, edit: EditRequest): Promise<Result<PreparedEdit, PrepareProblem>> {
    this.#holding.add(accountId)
    const prepared = await this.#ask<PreparedEdit, PrepareProblem>('prepare', [accountId, edit])
    if (!prepared.ok || prepared.value.change === null) this.#holding.delete(accountId)
    return prepared
  }

  async confirm(accountId: string, editId: string): Promise<void> {
    this.#holding.delete(accountId)
    if (this.#running) await this.#send('confirm', [accountId, editId], undefined)
  }

  async drop(accountId: string): Promise<void> {
    this.#holding.delete(accountId)
    if (this.#running) await this.#send('drop', [accountId], undefined)
  }

  apply(accountId: string, changes: readonly Uint8Array[]): Promise<Result<AppliedChanges, DocumentProblem>> {
    return this.#ask('apply', [accountId, changes])
  }

  snapshot(accountId: string): Promise<Result<Account, DocumentProblem>> {
    return this.#ask('snapshot', [accountId])
  }

  conflicts(accountId: string): Promise<Result<readonly FoundConflict[], DocumentProblem>> {
    return this.#ask('conflicts', [accountId])
  }

  history(accountId: string, before: string | null, limit: number): Promise<Result<HistoryPage, DocumentProblem>> {
    return this.#ask('history', [accountId, before, limit])
  }

  changedSince(accountId: string, version: string | null): Promise<Result<ChangedVersion, DocumentProblem>> {
    return this.#ask('changedSince', [accountId, version])
  }

  preview(accountId: string, saved: Uint8Array): Promise<Result<MergePreview | null, DocumentProblem>> {
    return this.#ask('preview', [accountId, saved])
  }

  save(accountId: string): Promise<Result<Uint8Array, DocumentProblem>> {
    return this.#ask('save', [accountId])
  }

  changeHashes(accountId: string): Promise<Result<readonly string[], DocumentProblem>> {
    return this.#ask('changeHashes', [accountId])
  }

  inspectChanges(changes: readonly Uint8Array[]): Promise<Result<InspectedChanges, DocumentProblem>> {
    return this.#ask('inspectChanges', [changes])
  }

  inspectSaved(saved: Uint8Array): Promise<Result<readonly string[], DocumentProblem>> {
    return this.#ask('inspectSaved', [saved])
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#hangs.answered(0)
    const running = this.#running
    if (!running) return
    const exited = new Promise<void>((resolve) => (this.#exited = resolve))
    running.process.kill()
    await exited
  }

  async #ask<T, P = DocumentProblem>(method: DocumentMethod, given: readonly unknown[]): Promise<Result<T, P | DocumentProblem>> {
    return (await this.#send(method, given, err({ kind: 'processGone' }))) as Result<T, P | DocumentProblem>
  }

  #send(method: DocumentMethod, given: readonly unknown[], whenGone: unknown): Promise<unknown> {
    if (this.#isClosed) return Promise.resolve(whenGone)
    return new Promise((resolve, reject) => {
      const request: DocumentRequest = { id: this.#nextId++, method, arguments: given }
      this.#waiting.set(request.id, { request, resolve, reject, whenGone })
      this.#hangs.asked({ isReady: this.#running?.isReady === true })
      this.#running ??= this.#startProcess()
      if (this.#running.isReady) this.#running.process.post(request)
    })
  }

  #startProcess(): Running {
    const running: Running = {
      isReady: false,
      process: this.start({
        onMessage: (message) => {
          if (this.#running === running) this.#receive(running, message)
        },
        onExit: (code) => {
          if (this.#running === running) this.#end(running, code)
        },
      }),
    }
    return running
  }

  #receive(running: Running, message: unknown): void {
    const answer = readDocumentAnswer(message)
    if (answer.kind === 'ready') {
      running.isReady = true
      this.#failedStarts = 0
      this.#hangs.answered(this.#waiting.size)
      for (const { request } of this.#waiting.values()) running.process.post(request)
      return
    }
    if (answer.kind === 'begun') return this.#hangs.begun()
    const waiting = this.#waiting.get(answer.id)
    this.#waiting.delete(answer.id)
    this.#hangs.answered(this.#waiting.size)
    if (answer.kind === 'bug') waiting?.reject(new Error(`The documents met a bug: ${answer.name}`))
    else {
      // `prepare` leaves its account in `#holding` until it is confirmed, so the process is not ended in between.
      if (answer.memoryBytes > this.#limits.memoryBytes && this.#waiting.size === 0 && this.#holding.size === 0) this.#retire(running)
      waiting?.resolve(answer.value)
    }
  }

  /** Documents that are needed again are opened again from what is stored. */
  #retire(running: Running): void {
    this.log.info('documents.restarted')
    this.#running = null
    running.process.kill()
  }

  /** Neither dead nor alive: ended, so that what was asked is answered and asked again of a new process. */
  #hung(reason: 'notTakenUp' | 'notFinished'): void {
    this.log.warn('documents.hung', { reason: logToken(reason), waiting: this.#waiting.size })
    const running = this.#running
    if (!running) return
    running.process.destroy()
    // Whether it goes at once or not: nobody waits for it any more.
    this.#end(running, null)
  }

  #end(running: Running, code: number | null): void {
    this.#running = null
    this.#hangs.answered(0)
    this.#exited()
    this.#holding.clear()
    if (!this.#isClosed) this.log.warn('documents.gone', { code: code ?? -1, waiting: this.#waiting.size })
    if (!running.isReady && !this.#isClosed) {
      this.#failedStarts += 1
      if (this.#failedStarts < startAttempts) {
        this.#running = this.#startProcess()
        this.#hangs.asked({ isReady: false })
      } else this.#settle((waiting) => waiting.reject(new Error('The documents process does not start')))
      return
    }
    this.#settle((waiting) => waiting.resolve(waiting.whenGone))
  }

  #settle(end: (waiting: Waiting) => void): void {
    const all = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const waiting of all) end(waiting)
  }
}
