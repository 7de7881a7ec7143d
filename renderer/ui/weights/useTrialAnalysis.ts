import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import { analyseWeights, prepareComparison, type ComparisonAnalysis } from '#shared/domain/comparison/analyseComparison'
import type { ComparisonFacts } from '#shared/domain/comparison/ComparisonFacts'

/** Swing points on the screen that are not an edit yet, by criterion. */
type TrialPoints = { readonly [criterionId: string]: number }

export interface LiveAnalysis {
  readonly facts: ComparisonFacts
  readonly analysis: ComparisonAnalysis
  /** Swing points by criterion of the analysis, where they are not the saved ones. */
  readonly points: readonly number[] | null
}

export interface TrialAnalysis {
  /** As saved: decides which column stands where, so that nothing jumps under a moving slider. */
  readonly saved: ComparisonAnalysis
  /** As the sliders stand at this moment. */
  readonly live: LiveAnalysis
  readonly tryPoints: (criterionId: string, points: number) => void
  readonly endTrial: () => void
}

/** The analysis of a comparison, following a slider frame by frame before anything is sent. */
export function useTrialAnalysis(facts: ComparisonFacts, today: string): TrialAnalysis {
  const prepared = useMemo(() => prepareComparison(facts, today), [facts, today])
  const saved = useMemo(() => analyseWeights(prepared), [prepared])
  const [trial, setTrial] = useState<TrialPoints | null>(null)
  const waiting = useRef<{ trial: TrialPoints; readonly frame: number } | null>(null)

  const live = useMemo((): LiveAnalysis => {
    if (trial === null) return { facts, analysis: saved, points: null }
    const points = prepared.model.points.map((point, place) => trial[prepared.criteria[place]?.id ?? ''] ?? point)
    return { facts, analysis: analyseWeights(prepared, { points }), points }
  }, [facts, prepared, saved, trial])

  const cancel = useCallback(() => {
    if (waiting.current) cancelAnimationFrame(waiting.current.frame)
    waiting.current = null
  }, [])
  useEffect(() => cancel, [cancel])

  const tryPoints = useCallback((criterionId: string, points: number) => {
    if (waiting.current) {
      waiting.current.trial = { ...waiting.current.trial, [criterionId]: points }
      return
    }
    // However many events a drag fires, the engine answers once a frame.
    const frame = requestAnimationFrame(() => {
      const next = waiting.current?.trial
      waiting.current = null
      setTrial((before) => ({ ...before, ...next }))
    })
    waiting.current = { trial: { [criterionId]: points }, frame }
  }, [])
  const endTrial = useCallback(() => {
    cancel()
    setTrial(null)
  }, [cancel])

  return { saved, live, tryPoints, endTrial }
}
