import { describe, expect, it } from 'vitest'
import type { Sentence } from '../../domain/decision/Sentence'
import { saySentence } from './sentences'

const acme = { index: 0, name: 'Acme' }
const beta = { index: 1, name: 'Beta' }
const cost = { index: 0, name: '3-year cost' }
const hosting = { index: 1, name: 'EU hosting' }

const said: readonly (readonly [Sentence, string])[] = [
  [{ kind: 'noOptions', numbers: {} }, 'There is no option to compare yet.'],
  [{ kind: 'noCriteria', numbers: {} }, 'Nothing is asked of the options yet.'],
  [{ kind: 'allSetAside', numbers: { options: 1 } }, 'The only option is set aside.'],
  [{ kind: 'nothingKnown', numbers: { options: 2, needed: 0.5 } }, 'Not enough is known to rank any option: each needs an answer for at least 50 % of what matters.'],
  [{ kind: 'noneMeets', numbers: { options: 1 } }, 'The only option left does not meet every must-have.'],
  [{ kind: 'onlyIfConfirmed', option: acme, open: [cost, hosting], numbers: { total: 0.7 } }, 'No option is sure to meet every must-have. Acme comes first if “3-year cost” and “EU hosting” are confirmed.'],
  [{ kind: 'levelIfConfirmed', options: [acme, beta], numbers: { total: 0.7 } }, 'No option is sure to meet every must-have. Acme and Beta are level at 70 of 100 points if what is open is confirmed.'],
  [{ kind: 'onlyOption', option: acme, numbers: { total: 0.7 } }, 'Acme is the only option left to rank, with 70 of 100 points.'],
  [{ kind: 'level', options: [acme, beta], numbers: { total: 0.7 } }, 'Acme and Beta are level at 70 of 100 points.'],
  [{ kind: 'withinAPoint', leader: acme, runnerUp: beta, numbers: { gap: 0.002 } }, 'Acme and Beta cannot be told apart: they are less than 1 point apart.'],
  [{ kind: 'leads', leader: acme, runnerUp: beta, numbers: { gap: 0.07, total: 0.7, runnerUpTotal: 0.63 } }, 'Acme comes out first with 70 of 100 points; Beta has 63.'],
  [
    { kind: 'leadsOnEstimates', leader: acme, runnerUp: beta, numbers: { gap: 0.07, total: 0.7, runnerUpTotal: 0.63 } },
    'On the best estimates Acme comes out first with 70 of 100 points; Beta has 63. What is not known for sure could turn this round.',
  ],
  [{ kind: 'leadsFirmly', leader: acme, runnerUp: beta, numbers: { gap: 0.2, first: 0.998 } }, 'Acme comes out first: ahead in more than 99 of 100 plausible cases.'],
  [{ kind: 'leadsProvisionally', leader: acme, runnerUp: beta, numbers: { gap: 0.07, first: 0.78 } }, 'Acme is the provisional leader: ahead in 78 of 100 plausible cases.'],
  [{ kind: 'tooCloseToCall', leader: acme, runnerUp: beta, numbers: { gap: 0.02, beats: 0.52 } }, 'Too close to call: Acme beats Beta in 52 of 100 plausible cases.'],
  [
    { kind: 'disputed', leader: acme, other: beta, numbers: { gap: 0.02, first: 0.3, otherFirst: 0.6 } },
    'No clear answer: Acme has the best estimate, but Beta comes first in more plausible cases (60 of 100, against 30 of 100).',
  ],
  [
    { kind: 'reasonFor', criterion: cost, leader: acme, rival: beta, leaderCell: { kind: 'number', value: 385_000, unit: 'EUR' }, rivalCell: { kind: 'range', lo: 400_000, hi: 420_000, unit: 'EUR' }, numbers: { points: 0.05 } },
    '“3-year cost”: 5 points for Acme (€385,000; Beta: €400,000–420,000).',
  ],
  [
    { kind: 'reasonAgainst', criterion: hosting, leader: acme, rival: beta, leaderCell: { kind: 'yesNo', isYes: false }, rivalCell: { kind: 'labels', lo: 'some', hi: 'all' }, numbers: { points: 0.004 } },
    '“EU hosting”: less than 1 point for Beta (some or all; Acme: no).',
  ],
  [
    { kind: 'flipByWeight', criterion: cost, leader: acme, winner: beta, direction: 'more', numbers: { from: 0.2, to: 0.3312, shownFrom: 0.2 } },
    'If “3-year cost” counted 34 % or more instead of 20 %, Beta would be ahead of Acme.',
  ],
  [
    { kind: 'flipByWeight', criterion: cost, leader: acme, winner: beta, direction: 'less', numbers: { from: 0.2, to: 0.1288, shownFrom: 0.2 } },
    'If “3-year cost” counted 12 % or less instead of 20 %, Beta would be ahead of Acme.',
  ],
  [
    // So near that whole percent would say nothing.
    { kind: 'flipByWeight', criterion: cost, leader: acme, winner: beta, direction: 'more', numbers: { from: 0.2031, to: 0.2034, shownFrom: 0.21 } },
    'If “3-year cost” counted 20.4 % or more instead of 20.3 %, Beta would be ahead of Acme.',
  ],
  [
    {
      kind: 'flipByCell',
      criterion: cost,
      leader: acme,
      winner: beta,
      now: { kind: 'number', value: 385_000, unit: 'EUR' },
      needed: { kind: 'number', value: 340_123.4, unit: 'EUR' },
      direction: 'atMost',
      step: 100,
      numbers: { gain: 0.2 },
    },
    'Beta would catch up with Acme if its “3-year cost” were at most €340,100 instead of €385,000.',
  ],
  [
    {
      kind: 'flipByCell',
      criterion: cost,
      leader: acme,
      winner: beta,
      now: { kind: 'number', value: 385_000, unit: 'EUR' },
      needed: { kind: 'number', value: 384_999.96, unit: 'EUR' },
      direction: 'atMost',
      step: 100,
      numbers: { gain: 0.0001 },
    },
    'Beta would catch up with Acme if its “3-year cost” were at most €384,900 instead of €385,000.',
  ],
  [{ kind: 'flipByShift', leader: acme, winner: beta, numbers: { moved: 0.0571 } }, 'Moving 6 % of the weight between criteria could be enough for Beta to catch up with Acme.'],
  [{ kind: 'noWeightFlips', leader: acme, numbers: {} }, 'No change of a single weight puts another option ahead of Acme.'],
  [{ kind: 'unknownMatters', option: beta, criterion: cost, numbers: { weight: 0.2, gapLow: 0.1, gapHigh: -0.1 } }, '“3-year cost” of Beta is not known. It alone could change who is first.'],
  [{ kind: 'unknownsMatterTogether', numbers: { cells: 3 } }, '3 things are not known. None of them alone changes who is first, but together they could.'],
  [{ kind: 'unknownsMatterTogether', numbers: { cells: 1 } }, 'One thing is not known. With the ranges given it could change who is first.'],
  [{ kind: 'unknownsDoNotMatter', leader: acme, numbers: { cells: 2 } }, '2 things are not known about the ranked options. Whatever they are, they do not change that Acme is first.'],
  [{ kind: 'notEnoughKnown', option: beta, couldStillWin: true, numbers: { known: 0.3, needed: 0.5 } }, 'Beta is not ranked: 30 % of what matters is known, 50 % is needed. It could still win.'],
  [{ kind: 'notEnoughKnown', option: beta, couldStillWin: false, numbers: { known: 0.3, needed: 0.5 } }, 'Beta is not ranked: 30 % of what matters is known, 50 % is needed. It cannot win any more.'],
  [
    {
      kind: 'failsMustHave',
      option: beta,
      criterion: cost,
      cell: { kind: 'number', value: 385_000, unit: 'EUR' },
      limit: { atLeast: null, atMost: { kind: 'number', value: 300_000, unit: 'EUR' }, equals: null },
      numbers: { cell: 385_000, atMost: 300_000 },
    },
    'Beta does not meet “3-year cost”: needed is at most €300,000, it has €385,000.',
  ],
  [{ kind: 'ifConfirmed', option: beta, open: [hosting], numbers: { rank: 2, total: 0.5 } }, 'Beta would be 2nd if “EU hosting” is confirmed.'],
  [{ kind: 'removesNothing', criterion: hosting, numbers: {} }, 'The must-have “EU hosting” rules nobody out.'],
  [{ kind: 'relax', criterion: hosting, survivors: [acme, beta], numbers: { survivors: 2 } }, 'Without the must-have “EU hosting”, Acme and Beta would be back in.'],
  [{ kind: 'dominated', option: beta, by: [acme], numbers: { by: 1 } }, 'By the values given, Beta is nowhere better than Acme and somewhere worse.'],
  [{ kind: 'redFlag', option: acme, criterion: hosting, numbers: { value: 0.1, weight: 0.2 } }, 'Acme is weak on “EU hosting” (10 of 100), which counts 20 %. Its other strengths hide that.'],
  [{ kind: 'interchangeable', ours: acme, rival: beta, numbers: { share: 0.62 } }, 'On 62 % of what matters to you Acme and Beta cannot be told apart with what is known.'],
  [{ kind: 'interchangeable', ours: acme, rival: beta, numbers: { share: 0 } }, 'Acme and Beta differ in everything that counts.'],
  [
    {
      kind: 'barToBeat',
      leader: acme,
      asGoodAs: beta,
      bars: [
        { criterion: cost, cell: { kind: 'number', value: 340_000, unit: 'EUR' }, direction: 'atMost', step: 100 },
        { criterion: hosting, cell: { kind: 'yesNo', isYes: true }, direction: 'equals', step: 1 },
      ],
      numbers: { total: 0.71, bar1: 340_000 },
    },
    'A newcomer as good as Beta elsewhere would catch up with Acme at “3-year cost” at most €340,000 or “EU hosting” yes.',
  ],
  [{ kind: 'agreement', leader: acme, numbers: { agree: 4, methods: 4 } }, '4 of 4 methods put Acme first.'],
  [{ kind: 'plausibleWeights', draws: 'order', numbers: { draws: 10_000, seed: 7 } }, 'Plausible cases: 10,000 draws, any weights in your order, seed 7.'],
]

describe('the English of a decision', () => {
  it.each(said.map(([sentence, text]) => [sentence.kind, sentence, text] as const))('%s', (_, sentence, text) => expect(saySentence(sentence)).toBe(text))
})
