import { beforeEach, describe, expect, it } from 'vitest'
import { seededIds } from '../../testing/seededIds'
import { buildComparison, type ComparisonBuilder } from '../comparison/testing/buildComparison'
import type { Scalar } from '../schema/fields'
import { pathState } from './pathState'
import type { PathStep } from './PathStep'

const today = '2026-11-21'

describe('the path of an account', () => {
  let ids: ReturnType<typeof seededIds>
  let built: ComparisonBuilder
  beforeEach(() => {
    ids = seededIds()
    built = buildComparison(ids)
  })

  const add = (place: string, fields: { readonly [field: string]: Scalar } = {}): string => {
    const id = ids.next()
    built.edit({ kind: 'add', in: place, id, fields, before: null })
    return id
  }
  const set = (at: string, field: string, value: Scalar): void => built.edit({ kind: 'set', at, field, value })
  const state = (step: PathStep) => {
    const account = built.account()
    return pathState(account, account.comparisons[built.comparisonId] ?? null, today).steps[step]
  }
  const open = (step: PathStep) => state(step).open
  const need = (fields: { readonly [field: string]: Scalar } = {}): string => add('needs', { quote: 'It must not stop.', confirmedOn: today, ...fields })

  describe('found', () => {
    it('is not begun before something is noted, and done with findings that agree', () => {
      expect(state('found')).toEqual({ step: 'found', kind: 'notBegun', open: [{ kind: 'noFindings' }] })
      add('findings', { claim: 'It is slow.' })
      expect(state('found').kind).toBe('done')
    })

    it('waits for an owner of each open contradiction, not of one that is settled or cannot be known', () => {
      add('findings', { claim: 'It is slow.' })
      const nobodys = add('contradictions', { state: 'open' })
      add('contradictions', { state: 'open', owner: 'Kim' })
      add('contradictions', { state: 'settled' })
      add('contradictions', { state: 'cannotBeKnown' })
      expect(open('found')).toEqual([{ kind: 'contradictionsWithoutOwner', count: 1 }])
      set(`contradictions/${nobodys}`, 'owner', 'Dana')
      expect(state('found').kind).toBe('done')
    })
  })

  describe('matters', () => {
    it('wants three to seven needs, quoted and ticked', () => {
      expect(open('matters')).toEqual([{ kind: 'noNeeds' }])
      need({ quote: ' ' })
      need({ confirmedOn: null })
      expect(open('matters').map((item) => item.kind)).toEqual(['tooFewNeeds', 'needsNotQuoted', 'needsNotConfirmed', 'needsWithoutCriterion'])
      for (let count = 2; count < 8; count++) need()
      expect(open('matters')[0]).toEqual({ kind: 'tooManyNeeds', count: 8 })
    })

    it('is done when each need stands behind a criterion with points, or behind a must-have', () => {
      const [one, two, three] = [need(), need(), need()]
      built.criterion('Price', { need: one, points: 100 })
      const range = built.criterion('Range', { need: two })
      expect(open('matters')).toEqual([
        { kind: 'needsWithoutCriterion', count: 1 },
        { kind: 'needsWithoutWeight', count: 1 },
      ])
      built.criterion('Limit', { need: three, mustHave: true })
      set(`comparisons/${built.comparisonId}/criteria/${range}`, 'points', 40)
      expect(state('matters').kind).toBe('done')
    })

    it('says that there is nothing to weigh the needs in before there is a comparison', () => {
      for (let count = 0; count < 3; count++) need()
      expect(pathState(built.account(), null, today).steps.matters.open).toEqual([{ kind: 'noComparison' }])
    })
  })

  describe('rule out', () => {
    const option = (name: string, fields: { readonly [field: string]: Scalar } = {}) => built.option(name, fields)

    it('is not begun with what every comparison is made with', () => {
      option('Stay', { kind: 'stayAsIs' })
      option('In-house', { kind: 'inHouse' })
      option('Newcomer', { kind: 'newcomer' })
      expect(open('ruleOut')).toEqual([{ kind: 'noOptions' }])
    })

    it('wants two to five left, counting neither the newcomer nor who fails a must-have, even if it is ours', () => {
      option('Newcomer', { kind: 'newcomer' })
      const ours = option('Ours', { kind: 'ours' })
      const acme = option('Acme')
      const limit = built.criterion('Price', { mustHave: true, mustAtMost: 10 })
      built.cell(ours, limit, 12, built.proof())
      built.cell(acme, limit, 9, built.proof())
      expect(open('ruleOut')).toEqual([{ kind: 'tooFewOptions', count: 1 }])
      option('Beta')
      expect(state('ruleOut').kind).toBe('done')
      for (const name of ['C', 'D', 'E', 'F']) option(name)
      expect(open('ruleOut')).toEqual([{ kind: 'tooManyOptions', count: 6 }])
    })

    it('waits for the reason of each that was set aside', () => {
      option('Acme')
      option('Beta')
      const out = option('Gamma', { setAsideOn: today })
      expect(open('ruleOut')).toEqual([{ kind: 'leaversWithoutReason', count: 1 }])
      set(`comparisons/${built.comparisonId}/options/${out}`, 'setAsideReason', 'Too slow')
      expect(state('ruleOut').kind).toBe('done')
    })

    it('wants staying as is and in-house argued as long as they are in', () => {
      option('Acme')
      const stay = option('Stay', { kind: 'stayAsIs' })
      option('In-house', { kind: 'inHouse', setAsideOn: today, setAsideReason: 'No people' })
      expect(open('ruleOut')).toEqual([{ kind: 'fixedNotArgued', names: ['Stay'] }])
      const at = `comparisons/${built.comparisonId}/options/${stay}`
      built.edit({ kind: 'writeText', at, field: 'argument', splice: { index: 0, remove: 0, insert: 'Costs nothing now.' } })
      expect(state('ruleOut').kind).toBe('done')
    })
  })

  describe('compare', () => {
    it('waits for what nobody knows or nobody can prove, until it is asked or accepted', () => {
      const [acme, beta] = [built.option('Acme'), built.option('Beta')]
      expect(open('compare')).toEqual([{ kind: 'noCriteria' }])
      const price = built.criterion('Price', { lo: 0, hi: 10 })
      built.cell(acme, price, 4)
      expect(open('compare')).toEqual([
        { kind: 'unknownCells', count: 1 },
        { kind: 'cellsWithoutProof', count: 1 },
      ])
      const asked = add('questions', { comparison: built.comparisonId, option: beta, criterion: price, state: 'open' })
      add('questions', { comparison: built.comparisonId, option: acme, criterion: price, state: 'accepted' })
      expect(state('compare').kind).toBe('done')
      set(`questions/${asked}`, 'state', 'answered')
      expect(open('compare')).toEqual([{ kind: 'unknownCells', count: 1 }])
      built.cell(beta, price, 5, built.proof())
      expect(state('compare').kind).toBe('done')
    })

    it('asks nothing of an option that is set aside', () => {
      built.option('Acme', { setAsideOn: today, setAsideReason: 'Gone' })
      built.criterion('Price', { lo: 0, hi: 10 })
      expect(state('compare').kind).toBe('done')
    })
  })

  it('decides once something comes out', () => {
    const acme = built.option('Acme')
    expect(open('decide')).toEqual([{ kind: 'noCriteria' }])
    const price = built.criterion('Price', { lo: 0, hi: 10, direction: 'min' })
    expect(open('decide')).toEqual([{ kind: 'noAnswer' }])
    built.cell(acme, price, 4, built.proof())
    expect(state('decide').kind).toBe('done')
  })

  it('agrees when the buyer ticked what was read back about this comparison', () => {
    expect(state('agree')).toEqual({ step: 'agree', kind: 'notBegun', open: [{ kind: 'nothingChosen' }, { kind: 'readBackNotTicked' }] })
    set(`comparisons/${built.comparisonId}`, 'chosenOn', today)
    expect(state('agree')).toEqual({ step: 'agree', kind: 'open', open: [{ kind: 'readBackNotTicked' }] })
    add('meetings', { comparison: ids.next(), confirmedOn: today })
    expect(state('agree').kind).toBe('open')
    add('meetings', { comparison: built.comparisonId, confirmedOn: today })
    expect(state('agree').kind).toBe('done')
  })

  it('is taken away once a file of this comparison was saved', () => {
    add('briefs', { comparison: built.comparisonId })
    expect(open('takeAway')).toEqual([{ kind: 'nothingSaved' }])
    add('briefs', { comparison: built.comparisonId, savedAt: '2026-11-21T10:00:00.000Z' })
    expect(state('takeAway').kind).toBe('done')
  })

  it('leads to the first step that waits for something', () => {
    const next = () => {
      const account = built.account()
      return pathState(account, account.comparisons[built.comparisonId] ?? null, today).next
    }
    expect(next()).toBe('found')
    add('findings', { claim: 'It is slow.' })
    expect(next()).toBe('matters')
    expect(pathState(built.account(), null, today).steps.agree.open).toEqual([{ kind: 'noComparison' }])
  })
})
