import type { RobustnessResult } from '#shared/domain/decision/RobustnessResult'
import type { CasesWanted, PlausibleCases } from './PlausibleCases'

interface Request {
  readonly number: number
  readonly wanted: CasesWanted
  readonly resolve: (result: RobustnessResult | null) => void
}

/** The draws in a worker, one request at a time; of those that wait only the newest is worked out. */
export function createPlausibleCases(startWorker: () => Worker): PlausibleCases {
  let worker: Worker | null = null
  let lastNumber = 0
  let running: Request | null = null
  let waiting: Request | null = null

  const send = (request: Request): void => {
    worker ??= listen(startWorker())
    running = request
    worker.postMessage({ number: request.number, wanted: request.wanted })
  }
  const listen = (started: Worker): Worker => {
    started.addEventListener('message', ({ data }: MessageEvent<{ readonly number: number; readonly result: RobustnessResult }>) => {
      if (running?.number !== data.number) return
      const next = waiting
      running.resolve(next === null ? data.result : null)
      running = waiting = null
      if (next !== null) send(next)
    })
    return started
  }
  return (wanted) =>
    new Promise((resolve) => {
      const request = { number: ++lastNumber, wanted, resolve }
      if (running === null) return send(request)
      waiting?.resolve(null)
      waiting = request
    })
}

export function startCasesWorker(): Worker {
  return new Worker(new URL('./plausibleCases.worker.ts', import.meta.url), { type: 'module' })
}
