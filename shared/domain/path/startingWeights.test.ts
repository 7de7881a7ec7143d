import { beforeEach, describe, expect, it } from 'vitest'
import { seededIds } from '../../testing/seededIds'
import { buildComparison, type ComparisonBuilder } from '../comparison/testing/buildComparison'
import { rankWeights } from '../decision/weights/rankWeights'
import { startingWeights } from './startingWeights'

describe('weights to start from', () => {
  let ids: ReturnType<typeof seededIds>
  let built: ComparisonBuilder
  beforeEach(() => {
    ids = seededIds()
    built = buildComparison(ids)
  })

  const need = (confirmedOn: string | null = '2026-11-21'): string => {
    const id = ids.next()
    built.edit({ kind: 'add', in: 'needs', id, fields: { quote: 'It must not stop.', confirmedOn }, before: null })
    return id
  }
  const weights = () => {
    const account = built.account()
    const comparison = account.comparisons[built.comparisonId]
    if (!comparison) throw new Error('No comparison')
    return startingWeights(account, comparison)
  }
  const take = (): void =>
    built.edit(
      ...Object.entries(weights().points).map(
        ([id, value]) => ({ kind: 'set', at: `comparisons/${built.comparisonId}/criteria/${id}`, field: 'points', value }) as const,
      ),
    )

  it('follow the order of the needs by the engine’s rank-order centroid, the first with 100 points', () => {
    const needs = [need(), need(), need()]
    const criteria = needs.map((id, index) => built.criterion(`C${index}`, { need: id }))
    const shares = rankWeights([1, 2, 3], 'roc')
    expect(weights().needs.map(({ share }) => share)).toEqual(shares)
    expect(criteria.map((id) => weights().points[id])).toEqual([100, 45, 18])
    expect(shares.map((share) => Math.round((100 * share) / (shares[0] ?? 1)))).toEqual([100, 45, 18])
  })

  it('are shared by the criteria of one need, so that two questions do not make it heavier', () => {
    const [one, two] = [need(), need()]
    const [a, b, c] = [built.criterion('A', { need: one }), built.criterion('B', { need: one }), built.criterion('C', { need: two })]
    const { points } = weights()
    expect(points[a]).toBe(points[b])
    expect([points[a], points[c]]).toEqual([100, 67])
  })

  it('leave out what the buyer has not ticked, what asks nothing, and a gate without points', () => {
    const [ticked, open] = [need(), need(null)]
    need()
    built.criterion('A', { need: ticked })
    built.criterion('B', { need: open })
    const gate = built.criterion('Gate', { need: ticked, mustHave: true })
    const { needs, points } = weights()
    expect(needs.map(({ share }) => share)).toEqual([1, null, null])
    expect(points[gate]).toBeUndefined()
  })

  it('know an earlier order from a weight that somebody moved', () => {
    const [one, two] = [need(), need()]
    const a = built.criterion('A', { need: one })
    built.criterion('B', { need: two })
    expect(weights().state).toBe('free')
    take()
    expect(weights().state).toBe('same')
    built.edit({ kind: 'move', at: `needs/${two}`, before: one })
    expect(weights().state).toBe('free')
    built.edit({ kind: 'set', at: `comparisons/${built.comparisonId}/criteria/${a}`, field: 'points', value: 77 })
    expect(weights().state).toBe('moved')
  })
})
