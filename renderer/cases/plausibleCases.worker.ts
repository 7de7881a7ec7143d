import { prepareComparison } from '#shared/domain/comparison/analyseComparison'
import { startPlausibleCases } from '#shared/domain/comparison/plausibleCases'
import type { RobustnessRun } from '#shared/domain/decision/robustness/startRobustness'
import type { CasesNews, CasesOrder } from './createPlausibleCases'

/** Few enough for an order to be heard after some milliseconds, many enough that listening costs nothing. */
const drawsAtATime = 1_000

let current: { readonly number: number; readonly run: RobustnessRun } | null = null
/** A message to itself: the orders that came meanwhile are heard before it. */
const turn = new MessageChannel()
turn.port1.addEventListener('message', step)
turn.port1.start()

/** Runs beside the window, so that a slider never waits for the draws. */
self.addEventListener('message', ({ data: order }: MessageEvent<CasesOrder>) => {
  const wasIdle = current === null
  if (order.kind === 'stop') current = null
  else {
    const { facts, today, points } = order.wanted
    current = { number: order.number, run: startPlausibleCases(prepareComparison(facts, today), points ?? undefined) }
    if (wasIdle) turn.port2.postMessage(null)
  }
})

function step(): void {
  if (current === null) return
  const { number, run } = current
  const isDone = run.advance(drawsAtATime)
  tell(isDone ? { kind: 'done', number, result: run.result() } : { kind: 'progress', number, share: run.progress })
  if (isDone) current = null
  else turn.port2.postMessage(null)
}

function tell(news: CasesNews): void {
  self.postMessage(news)
}
