import { prepareComparison } from '#shared/domain/comparison/analyseComparison'
import { plausibleCases } from '#shared/domain/comparison/plausibleCases'
import type { CasesWanted } from './PlausibleCases'

/** Runs beside the window, so that a slider never waits for the draws. */
self.addEventListener('message', ({ data: { number, wanted } }: MessageEvent<{ readonly number: number; readonly wanted: CasesWanted }>) => {
  const result = plausibleCases(prepareComparison(wanted.facts, wanted.today), wanted.points ?? undefined)
  self.postMessage({ number, result })
})
