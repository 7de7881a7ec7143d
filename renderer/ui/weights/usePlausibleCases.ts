import { useCallback, useEffect, useRef, useState } from 'react'
import type { ComparisonAnalysis } from '#shared/domain/comparison/analyseComparison'
import type { RobustnessResult } from '#shared/domain/decision/RobustnessResult'
import { describeAnswer } from '#shared/domain/decision/sentences/describeAnswer'
import { describeDecision } from '#shared/domain/decision/sentences/describeDecision'
import { sayAnswer } from '#shared/text/decision/sayAnswer'
import { sayDecision, type DecisionWording } from '#shared/text/decision/sentences'
import type { PlausibleCases } from '../../cases/PlausibleCases'
import type { LiveAnalysis } from './useTrialAnalysis'

export interface Reasoning {
  readonly wording: DecisionWording
  /** The answer by points alone, where the answer itself speaks of plausible cases. */
  readonly byPoints: string | null
  /** The analysis these sentences are about. */
  readonly analysis: ComparisonAnalysis
  readonly cases: RobustnessResult | null
}

/** Quicker counting needs no bar. */
const patienceMs = 300
const done: CasesState = { kind: 'done' }
/** Without an answer for this long the sentences go on without the draws. */
const longestWaitMs = 1_000

/**
 * The sentences about a comparison, with "ahead in 78 of 100 plausible cases" in them. The former ones
 * stand until the draws are done, so that nothing flickers while somebody moves a slider.
 */
export function usePlausibleCases(plausibleCases: PlausibleCases, { facts, analysis, points }: LiveAnalysis, today: string): CasesUnderWay {
  const [reasoning, setReasoning] = useState(() => withoutCases(analysis))
  const [state, setState] = useState<CasesState>(done)
  const [round, setRound] = useState(0)
  const ending = useRef<AbortController | null>(null)
  useEffect(() => {
    const end = new AbortController()
    ending.current = end
    let isSlow = false
    const patience = setTimeout(() => (isSlow = true), patienceMs)
    const onProgress = (share: number): void => {
      if (isSlow) setState({ kind: 'counting', share })
    }
    const timer = setTimeout(() => setReasoning(withoutCases(analysis)), longestWaitMs)
    void plausibleCases({ facts, today, points }, { onProgress, signal: end.signal }).then((cases) => {
      clearTimeout(timer)
      if (end.signal.aborted || cases === null) return
      const wording = sayDecision(describeDecision(analysis.input, analysis.evaluation, cases))
      const byPoints = sayAnswer(describeAnswer(analysis.evaluation, null))
      setReasoning({ wording, byPoints: byPoints === wording.answer ? null : byPoints, analysis, cases })
      setState(done)
    })
    return () => {
      clearTimeout(timer)
      clearTimeout(patience)
      end.abort()
    }
  }, [plausibleCases, facts, today, analysis, points, round])
  const stop = useCallback(() => {
    ending.current?.abort()
    setReasoning(withoutCases(analysis))
    setState({ kind: 'stopped' })
  }, [analysis])
  const again = useCallback(() => setRound((before) => before + 1), [])
  return { reasoning, state, stop, again }
}

/** How far the counting of the cases is. */
export type CasesState = { readonly kind: 'counting'; readonly share: number } | { readonly kind: 'done' } | { readonly kind: 'stopped' }

export interface CasesUnderWay {
  readonly reasoning: Reasoning
  readonly state: CasesState
  readonly stop: () => void
  readonly again: () => void
}

function withoutCases(analysis: ComparisonAnalysis): Reasoning {
  return { wording: sayDecision(analysis.description), byPoints: null, analysis, cases: null }
}
