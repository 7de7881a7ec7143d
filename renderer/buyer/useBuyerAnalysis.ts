import { useCallback, useMemo, useState } from 'react'
import type { BuyerView } from '#shared/domain/redaction/BuyerView'
import type { PlausibleCases } from '../cases/PlausibleCases'
import { useSettled } from '../ui/useSettled'
import { usePlausibleCases, type CasesUnderWay } from '../ui/weights/usePlausibleCases'
import { useTrialAnalysis, type LiveAnalysis } from '../ui/weights/useTrialAnalysis'
import { weightsView, type WeightsView } from '../ui/weights/weightsView'

/** Weights the buyer has moved, by criterion. They live as long as this page and reach nobody. */
type Moved = { readonly [criterionId: string]: number }

export interface BuyerAnalysis {
  /** What is shown, with the weights as the buyer has them now. */
  readonly view: BuyerView
  readonly live: LiveAnalysis
  readonly counting: CasesUnderWay
  readonly weights: WeightsView
  readonly isTrial: boolean
  readonly onTry: (criterionId: string, points: number) => void
  readonly onSet: (criterionId: string, points: number) => void
  readonly onLeave: () => void
  readonly onReset: () => void
}

const sentencesAfterMs = 150

/** Works out what comes from the view alone, while the buyer tries other weights. */
export function useBuyerAnalysis(given: BuyerView, today: string, plausibleCases: PlausibleCases): BuyerAnalysis {
  const [moved, setMoved] = useState<Moved>({})
  const view = useMemo(() => withPoints(given, moved), [given, moved])
  const { live, tryPoints, endTrial } = useTrialAnalysis(view, today)
  const settled = useSettled(live, sentencesAfterMs)
  const counting = usePlausibleCases(plausibleCases, settled, today)
  const weights = useMemo(() => weightsView(view, live.analysis), [view, live.analysis])
  const onSet = useCallback(
    (criterionId: string, points: number) => {
      setMoved((before) => ({ ...before, [criterionId]: points }))
      endTrial()
    },
    [endTrial],
  )
  const onReset = useCallback(() => setMoved({}), [])
  const isTrial = Object.entries(moved).some(([id, points]) => given.comparison.criteria[id]?.points !== points)
  return { view, live, counting, weights, isTrial, onTry: tryPoints, onSet, onLeave: endTrial, onReset }
}

function withPoints(view: BuyerView, moved: Moved): BuyerView {
  const criteria = Object.fromEntries(
    Object.entries(view.comparison.criteria).map(([id, criterion]) => [id, moved[id] === undefined ? criterion : { ...criterion, points: moved[id] }]),
  )
  return { ...view, comparison: { ...view.comparison, criteria } }
}
