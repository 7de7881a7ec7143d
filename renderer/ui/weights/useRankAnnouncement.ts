import { useEffect, useRef, useState } from 'react'
import type { ComparisonAnalysis } from '#shared/domain/comparison/analyseComparison'
import { formatPoints } from '#shared/text/format'
import { useSettled } from '../useSettled'

/** Sliders tick many times a second; only where they come to rest is worth saying. */
const announceAfterMs = 500

/** "Acme Suite is now first, 66": said once, politely, when another option has taken the lead. */
export function useRankAnnouncement({ evaluation, options }: ComparisonAnalysis): string {
  const { leader, totals } = evaluation
  const leaderId = leader === null ? null : (options[leader]?.id ?? null)
  const settled = useSettled(leaderId, announceAfterMs)
  const before = useRef(settled)
  const [words, setWords] = useState('')
  useEffect(() => {
    if (settled === before.current) return
    before.current = settled
    const place = options.findIndex((option) => option.id === settled)
    setWords(place < 0 ? '' : `${options[place]?.name ?? ''} is now first, ${formatPoints(totals[place] ?? 0)}`)
  }, [settled, options, totals])
  return words
}
