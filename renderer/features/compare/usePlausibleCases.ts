import { useEffect, useState } from 'react'
import type { ComparisonAnalysis } from '#shared/domain/comparison/analyseComparison'
import { describeAnswer } from '#shared/domain/decision/sentences/describeAnswer'
import { describeDecision } from '#shared/domain/decision/sentences/describeDecision'
import { sayAnswer } from '#shared/text/decision/sayAnswer'
import { sayDecision, type DecisionWording } from '#shared/text/decision/sentences'
import { useModel } from '../../model/ModelContext'
import type { LiveAnalysis } from './useCompareAnalysis'

export interface Reasoning {
  readonly wording: DecisionWording
  /** The answer by points alone, where the answer itself speaks of plausible cases. */
  readonly byPoints: string | null
}

/** Without an answer for this long the sentences go on without the draws. */
const longestWaitMs = 1_000

/**
 * The sentences about a comparison, with "ahead in 78 of 100 plausible cases" in them. The former ones
 * stand until the draws are done, so that nothing flickers while somebody moves a slider.
 */
export function usePlausibleCases({ facts, analysis, points }: LiveAnalysis, today: string): Reasoning {
  const { plausibleCases } = useModel()
  const [reasoning, setReasoning] = useState(() => withoutCases(analysis))
  useEffect(() => {
    let isWanted = true
    const timer = setTimeout(() => setReasoning(withoutCases(analysis)), longestWaitMs)
    void plausibleCases({ facts, today, points }).then((result) => {
      if (!isWanted || result === null) return
      clearTimeout(timer)
      const wording = sayDecision(describeDecision(analysis.input, analysis.evaluation, result))
      const byPoints = sayAnswer(describeAnswer(analysis.evaluation, null))
      setReasoning({ wording, byPoints: byPoints === wording.answer ? null : byPoints })
    })
    return () => {
      isWanted = false
      clearTimeout(timer)
    }
  }, [plausibleCases, facts, today, analysis, points])
  return reasoning
}

function withoutCases({ description }: ComparisonAnalysis): Reasoning {
  return { wording: sayDecision(description), byPoints: null }
}
