import type { RobustnessResult } from '#shared/domain/decision/RobustnessResult'
import type { CasesWanted, CasesWatch, PlausibleCases } from './PlausibleCases'

/** What the window asks of the worker. A new start ends what ran before. */
export type CasesOrder = { readonly kind: 'start'; readonly number: number; readonly wanted: CasesWanted } | { readonly kind: 'stop' }
/** What the worker says, with the number of the start it belongs to. */
export type CasesNews =
  | { readonly kind: 'progress'; readonly number: number; readonly share: number }
  | { readonly kind: 'done'; readonly number: number; readonly result: RobustnessResult }

interface Request {
  readonly number: number
  readonly watch: CasesWatch
  readonly resolve: (result: RobustnessResult | null) => void
}

/** The draws in a worker, the newest wish alone: whatever ran before is of no use any more and ends. */
export function createPlausibleCases(startWorker: () => Worker): PlausibleCases {
  let worker: Worker | null = null
  let lastNumber = 0
  let running: Request | null = null

  const give = (order: CasesOrder): void => {
    worker ??= listen(startWorker())
    worker.postMessage(order)
  }
  const listen = (started: Worker): Worker => {
    started.addEventListener('message', ({ data }: MessageEvent<CasesNews>) => {
      if (running?.number !== data.number) return
      if (data.kind === 'progress') return running.watch.onProgress?.(data.share)
      running.resolve(data.result)
      running = null
    })
    return started
  }
  return (wanted, watch = {}) =>
    new Promise((resolve) => {
      if (watch.signal?.aborted) return resolve(null)
      running?.resolve(null)
      const request = { number: ++lastNumber, watch, resolve }
      running = request
      watch.signal?.addEventListener('abort', () => {
        if (running !== request) return
        running = null
        give({ kind: 'stop' })
        resolve(null)
      })
      give({ kind: 'start', number: request.number, wanted })
    })
}

export function startCasesWorker(): Worker {
  return new Worker(new URL('./plausibleCases.worker.ts', import.meta.url), { type: 'module' })
}
