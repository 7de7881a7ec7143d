import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { saySentence } from '../../../text/decision/sentences'
import { formatNumber } from '../../../text/format'
import { at } from '../at'
import type { DecisionInput } from '../DecisionInput'
import type { Evaluation } from '../Evaluation'
import { runRobustness } from '../robustness/runRobustness'
import type { RobustnessResult } from '../RobustnessResult'
import type { Sentence } from '../Sentence'
import { compiledOrThrow, evaluatedOrThrow, plainTotal, weightsWith, withCell } from '../testing/bruteForce'
import { tables, tableSeed } from '../testing/randomInput'
import { allSentences, describeDecision } from './describeDecision'

const tight = 1e-9

interface Case {
  readonly input: DecisionInput
  readonly evaluation: Evaluation
  readonly robustness: RobustnessResult | null
}

/** The numbers printed in a text: 1,234.5 and −3 as numbers. */
function printed(text: string): readonly number[] {
  return [...text.matchAll(/−?€?[\d,]*\d(?:\.\d+)?/g)].map(([found]) => Number(found.replaceAll(/[,€]/g, '').replace('−', '-')))
}

/** Whole points or percent; halves go up in spite of floating-point noise. */
function whole(share: number): number {
  return Math.round(share * 100 + 1e-9)
}

function total(evaluation: Evaluation, option: number, weights: readonly number[]): number {
  return plainTotal(at(evaluation.values, option), weights)
}

/** Recalculates what a sentence claims, from its printed text where it prints a number. */
function check(sentence: Sentence, { input, evaluation, robustness }: Case): void {
  const text = saySentence(sentence)
  const { weights, groups } = evaluation
  switch (sentence.kind) {
    case 'leads':
    case 'leadsOnEstimates':
    case 'withinAPoint': {
      const gap = total(evaluation, sentence.leader.index, weights) - total(evaluation, sentence.runnerUp.index, weights)
      expect(groups.ranked.every((option) => total(evaluation, option, weights) <= total(evaluation, sentence.leader.index, weights) + tight)).toBe(true)
      // Both totals, as they stand over the columns: a rounded difference would not add up beside them.
      if (sentence.kind !== 'withinAPoint') expect(printed(text)).toEqual([whole(total(evaluation, sentence.leader.index, weights)), 100, whole(total(evaluation, sentence.runnerUp.index, weights))])
      else expect(text).toContain(whole(gap) === 0 ? 'less than 1 point' : String(whole(gap)))
      if (robustness === null && sentence.kind !== 'withinAPoint') {
        const least = plainTotal(at(evaluation.lowValues, sentence.leader.index), weights)
        const canTurn = groups.ranked.some((option) => option !== sentence.leader.index && plainTotal(at(evaluation.highValues, option), weights) > least + tight)
        expect(sentence.kind === 'leadsOnEstimates').toBe(canTurn)
      }
      break
    }
    case 'level':
      for (const option of groups.ranked) {
        const isNamed = sentence.options.some(({ index }) => index === option)
        expect(total(evaluation, option, weights) >= sentence.numbers.total - tight).toBe(isNamed)
      }
      expect(printed(text)).toEqual([whole(sentence.numbers.total), 100])
      break
    case 'leadsFirmly':
    case 'leadsProvisionally':
      expect(sentence.numbers.first).toBe(robustness?.acceptability[sentence.leader.index]?.[0])
      expect(sentence.numbers.first >= 0.95).toBe(sentence.kind === 'leadsFirmly')
      if (sentence.numbers.first < 0.995) expect(printed(text)).toEqual([whole(sentence.numbers.first), 100])
      break
    case 'tooCloseToCall':
      expect(sentence.numbers.beats).toBe(robustness?.pairwise[sentence.leader.index]?.[sentence.runnerUp.index])
      expect(printed(text)).toEqual([whole(sentence.numbers.beats), 100])
      expect(Math.abs(sentence.numbers.beats - 0.5)).toBeLessThanOrEqual(0.1 + tight)
      break
    case 'disputed':
      expect(robustness?.pairwise[sentence.leader.index]?.[sentence.other.index]).toBeLessThan(0.4)
      expect(sentence.numbers.otherFirst).toBeGreaterThan(sentence.numbers.first)
      break
    case 'reasonFor':
    case 'reasonAgainst': {
      const own = at(weights, sentence.criterion.index) * (at(at(evaluation.values, sentence.leader.index), sentence.criterion.index) - at(at(evaluation.values, sentence.rival.index), sentence.criterion.index))
      expect(sentence.kind === 'reasonFor' ? own : -own).toBeCloseTo(sentence.numbers.points, 12)
      expect(printed(text)[0]).toBe(whole(Math.abs(own)))
      break
    }
    case 'flipByWeight': {
      const [limit = Number.NaN] = printed(text)
      const isMore = sentence.direction === 'more'
      // As printed: exactly this share, and a little beyond it.
      for (const share of [limit / 100, limit / 100 + (isMore ? 1e-6 : -1e-6)]) {
        if (share < 0 || share > 1) continue
        const changed = weightsWith(weights, sentence.criterion.index, share)
        expect(total(evaluation, sentence.winner.index, changed)).toBeGreaterThanOrEqual(total(evaluation, sentence.leader.index, changed) - 1e-8)
      }
      expect(isMore ? limit / 100 > at(weights, sentence.criterion.index) : limit / 100 < at(weights, sentence.criterion.index)).toBe(true)
      break
    }
    case 'noWeightFlips':
      for (let criterion = 0; criterion < weights.length; criterion++) {
        for (const share of [0, 0.25, 0.5, 0.75, 1]) {
          const changed = weightsWith(weights, criterion, weights.length === 1 ? 1 : share)
          for (const rival of groups.ranked) expect(total(evaluation, rival, changed)).toBeLessThanOrEqual(total(evaluation, sentence.leader.index, changed) + 1e-8)
        }
      }
      break
    case 'flipByCell': {
      const [limit = Number.NaN] = printed(text)
      const cell = sentence.needed.kind === 'number' ? limit : sentence.needed.kind === 'yesNo' ? sentence.needed.isYes : sentence.needed.kind === 'label' ? sentence.needed.label : null
      const changed = evaluatedOrThrow(withCell(input, sentence.winner.index, sentence.criterion.index, cell))
      expect(at(changed.totals, sentence.winner.index)).toBeGreaterThanOrEqual(at(changed.totals, sentence.leader.index) - 1e-8)
      break
    }
    case 'flipByShift': {
      const flips = evaluation.sensitivity.nearestFlip.flatMap(({ shift }) => (shift === null ? [] : [shift]))
      expect(sentence.numbers.moved * 2).toBeCloseTo(Math.min(...flips), 12)
      expect(at(printed(text), 0) / 100).toBeGreaterThanOrEqual(sentence.numbers.moved - tight)
      break
    }
    case 'unknownMatters': {
      const ends = [0, 1].map((value) => {
        const totals = evaluation.values.map((row, option) => plainTotal(option === sentence.option.index ? row.map((kept, index) => (index === sentence.criterion.index ? value : kept)) : row, weights))
        const leader = at(totals, evaluation.leader ?? -1)
        return groups.ranked.every((option) => at(totals, option) <= leader + tight)
      })
      expect(ends).toContain(false)
      break
    }
    case 'unknownsDoNotMatter':
    case 'unknownsMatterTogether': {
      const leader = evaluation.leader ?? -1
      const worst = plainTotal(at(evaluation.lowValues, leader), weights)
      const couldLose = groups.ranked.some((option) => option !== leader && plainTotal(at(evaluation.highValues, option), weights) > worst + tight)
      expect(couldLose).toBe(sentence.kind === 'unknownsMatterTogether')
      expect(groups.ranked.length).toBeGreaterThan(1)
      expect(sentence.numbers.cells).toBe(groups.ranked.reduce((count, option) => count + at(evaluation.unknown, option).filter(Boolean).length, 0))
      break
    }
    case 'notEnoughKnown': {
      const known = at(evaluation.unknown, sentence.option.index).reduce((sum, isUnknown, index) => (isUnknown ? sum : sum + at(weights, index)), 0)
      expect(sentence.numbers.known).toBeCloseTo(known, 9)
      expect(known).toBeLessThan(0.5)
      if (sentence.couldStillWin !== null) {
        const best = plainTotal(at(evaluation.highValues, sentence.option.index), weights)
        expect(sentence.couldStillWin).toBe(best >= plainTotal(at(evaluation.lowValues, evaluation.leader ?? -1), weights) - tight)
      }
      break
    }
    case 'ifConfirmed':
      expect(sentence.numbers.rank).toBe(evaluation.ranksIfConfirmed[sentence.option.index])
      break
    case 'failsMustHave':
      expect(at(evaluation.mustHaves, sentence.option.index).failed).toContain(sentence.criterion.index)
      break
    case 'relax':
    case 'removesNothing': {
      const without = evaluatedOrThrow({ ...input, criteria: input.criteria.map((criterion, index) => (index === sentence.criterion.index ? { ...criterion, mustHave: {} } : criterion)) })
      const excluded = without.groupOf.flatMap((group, option) => (group === 'excluded' ? [option] : []))
      const back = sentence.kind === 'relax' ? sentence.survivors.map(({ index }) => index) : []
      expect(excluded).toEqual(groups.excluded.filter((option) => !back.includes(option)))
      if (sentence.kind === 'removesNothing') expect(without.groupOf).toEqual(evaluation.groupOf)
      break
    }
    case 'onlyOption':
      expect(groups.ranked).toEqual([sentence.option.index])
      expect(printed(text)).toEqual([whole(total(evaluation, sentence.option.index, weights)), 100])
      break
    case 'noneMeets':
      expect([groups.ranked, groups.ifConfirmed, groups.notEnoughKnown]).toEqual([[], [], []])
      expect(sentence.numbers.options).toBe(groups.excluded.length)
      break
    case 'onlyIfConfirmed':
    case 'levelIfConfirmed': {
      expect(groups.ranked).toEqual([])
      const best = groups.ifConfirmed.filter((option) => total(evaluation, option, weights) >= sentence.numbers.total - tight)
      for (const option of groups.ifConfirmed) expect(total(evaluation, option, weights)).toBeLessThanOrEqual(sentence.numbers.total + tight)
      expect(best).toEqual((sentence.kind === 'onlyIfConfirmed' ? [sentence.option] : sentence.options).map(({ index }) => index))
      break
    }
    case 'interchangeable':
      if (sentence.numbers.share > 0 && sentence.numbers.share < 1) expect(at(printed(text), 0)).toBeCloseTo(sentence.numbers.share * 100, -0.5)
      break
    case 'redFlag':
      expect(at(at(evaluation.values, sentence.option.index), sentence.criterion.index)).toBeLessThan(0.2)
      expect(printed(text)).toEqual([whole(sentence.numbers.value), 100, whole(sentence.numbers.weight)])
      break
    case 'barToBeat':
      expect(sentence.asGoodAs.index).not.toBe(sentence.leader.index)
      for (const bar of sentence.bars) {
        const needed = bar.cell.kind === 'number' ? bar.cell.value : bar.cell.kind === 'yesNo' ? bar.cell.isYes : bar.cell.kind === 'label' ? bar.cell.label : null
        const row = at(input.cells, sentence.asGoodAs.index).map((cell, index) => (index === bar.criterion.index ? needed : cell))
        const changed = evaluatedOrThrow({ ...input, options: [...input.options, 'Newcomer'], cells: [...input.cells, row], kinds: undefined, expired: undefined })
        if (input.kinds === undefined) expect(at(changed.totals, input.options.length)).toBeGreaterThanOrEqual(at(changed.totals, sentence.leader.index) - 1e-8)
      }
      break
    default:
      break
  }
}

/** Every number in the text stands among the sentence's numbers in one of the ways numbers are printed. */
function expectNumbersKnown(sentence: Sentence): void {
  const known = Object.values(sentence.numbers as Readonly<Record<string, number>>)
  const steps = sentence.kind === 'flipByCell' ? [sentence.step] : sentence.kind === 'barToBeat' ? sentence.bars.map(({ step }) => step) : []
  const isNear = (found: number): boolean =>
    // As it is, as points or percent, or rounded to the safe side by at most a step.
    known.some((number) => formatNumber(number) === formatNumber(found) || Math.abs(number * 100 - found) <= 1 || steps.some((step) => Math.abs(number - found) <= step * 1.0001))
  const fixed = new Set([100, 99, 1])
  for (const found of printed(saySentence(sentence))) expect(fixed.has(found) || isNear(found), `${saySentence(sentence)} prints ${found}, known ${known.join(' ')}`).toBe(true)
}

describe(`every sentence is true (seed ${tableSeed})`, () => {
  for (const [name, wishes] of [
    ['of exact tables', { leastOptions: 2, isExact: true, hasMustHaves: true }],
    ['of tables with ranges, unknown cells and must-haves', { hasMustHaves: true }],
    ['of tables with evidence', { leastOptions: 2, hasKinds: true, hasMustHaves: true }],
  ] as const) {
    it(`${name}, recalculated from what it prints`, () => {
      fc.assert(
        fc.property(tables(wishes), (input) => {
          const evaluation = evaluatedOrThrow(input)
          for (const sentence of allSentences(describeDecision(input, evaluation, null))) {
            check(sentence, { input, evaluation, robustness: null })
            expectNumbersKnown(sentence)
          }
        }),
        { numRuns: 1_000, seed: tableSeed },
      )
    })
  }

  it('with plausible cases', () => {
    const kinds = new Set<string>()
    fc.assert(
      fc.property(tables({ leastOptions: 2, hasMustHaves: true }), fc.nat(), (input, seed) => {
        const evaluation = evaluatedOrThrow(input)
        const found = runRobustness(compiledOrThrow(input), { weights: 'given', draws: 60, seed })
        const robustness = found.ok ? found.value : null
        for (const sentence of allSentences(describeDecision(input, evaluation, robustness))) {
          kinds.add(sentence.kind)
          check(sentence, { input, evaluation, robustness })
          expectNumbersKnown(sentence)
        }
      }),
      { numRuns: 1_000, seed: tableSeed },
    )
    // The tables are varied enough to bring out every kind of answer about two or more options.
    for (const kind of ['leads', 'leadsFirmly', 'leadsProvisionally', 'tooCloseToCall', 'disputed', 'level', 'onlyOption', 'onlyIfConfirmed', 'nothingKnown', 'noneMeets']) expect(kinds).toContain(kind)
  })

  it('and never says “not a number”, a missing name or a blank', () => {
    fc.assert(
      fc.property(tables({ hasMustHaves: true, hasKinds: true }), (input) => {
        for (const sentence of allSentences(describeDecision(input, evaluatedOrThrow(input), null))) {
          const text = saySentence(sentence)
          expect(text).not.toMatch(/NaN|undefined|null|Infinity| {2}|“”|\[object/)
          expect(text).toMatch(/[.?]$/)
        }
      }),
      { numRuns: 500, seed: tableSeed },
    )
  })
})
