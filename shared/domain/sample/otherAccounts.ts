import type { Ids } from '../../base/Ids'
import { addDays } from '../comparison/freshness'
import { newComparisonEdits } from '../comparison/newComparisonEdits'
import type { Edit } from '../edit/Edit'
import { AccountDraft } from './AccountDraft'
import { sampleBanner } from './fleetAccount'

interface SampleAccount {
  readonly name: string
  readonly edits: readonly Edit[]
}

/** A comparison that has been opened and not begun. */
export function bakeryAccount(ids: Ids, today: string): SampleAccount {
  const name = 'Sandgrove Bakeries'
  const draft = new AccountDraft(ids)
  draft.profile({ name, industry: 'Bakeries', status: 'focus', domain: 'sandgrove-bakeries.example', size: '19 shops', notes: 'Sample. Nineteen shops, deliveries before five in the morning.' })
  const dispatcher = draft.add('people', { name: 'Ilse Corvinder', title: 'Dispatch (sample)', buyingRole: 'uses', mail: 'dispatch@sandgrove-bakeries.example' })
  draft.add('needs', { quote: 'At three in the morning there is nobody I could ring.', saidBy: dispatcher, saidOn: addDays(today, -4), paraphrase: 'Sample: help at night' })
  draft.add('findings', { claim: 'Sample: electric vans cannot be loaded as full.', sourceTitle: 'A van dealer (sample)', kind: 'vendor', readBy: dispatcher, readOn: addDays(today, -6) })
  draft.add('meetings', { title: 'Sample: first meeting in the bakery', startsAt: `${addDays(today, 5)}T05:30:00.000Z`, zone: 'Europe/Berlin', place: 'The bakery, loading ramp' })
  const { comparisonId, edits } = newComparisonEdits(ids, {
    title: 'Delivery vans',
    question: 'Which vans should bring the bread?',
    currency: 'EUR',
    fixedNames: { stayAsIs: 'Keep the present vans', inHouse: 'Build up our own fleet', newcomer: 'A van we have not met' },
  })
  draft.push(...edits, { kind: 'set', at: `comparisons/${comparisonId}`, field: 'banner', value: sampleBanner })
  return { name, edits: draft.edits }
}

/** Nothing is to be done here for now. */
export function careAccount(ids: Ids, today: string): SampleAccount {
  const name = 'Amberfold Home Care'
  const draft = new AccountDraft(ids)
  draft.profile({ name, industry: 'Care at home', status: 'parked', domain: 'amberfold-care.example', size: '70 nurses', parkedReason: 'Sample: the contract with the insurers is not signed', notes: `Sample. Ask again on ${addDays(today, 60)}.` })
  const head = draft.add('people', { name: 'Petra Valdem', title: 'Care manager (sample)', buyingRole: 'decides' })
  draft.add('needs', {
    quote: 'A nurse must find the car charged, every morning, without thinking about it.',
    saidBy: head,
    saidOn: addDays(today, -140),
    paraphrase: 'Sample: a charged car every morning',
    confirmedOn: addDays(today, -133),
  })
  return { name, edits: draft.edits }
}

/** A small comparison between ways of sharing cars; everything in it is an estimate and says so. */
export function waterAccount(ids: Ids, today: string): SampleAccount {
  const name = 'Corrin Vale Water'
  const draft = new AccountDraft(ids)
  draft.profile({ name, industry: 'Water supply', status: 'customer', domain: 'corrin-vale-water.example', size: '120 people', notes: 'Sample. Pleased with the pool cars of the last two years.' })
  const head = draft.add('people', { name: 'Bastian Orlewick', title: 'Operations (sample)', buyingRole: 'decides' })
  const need = draft.add('needs', {
    quote: 'When a main bursts we need a car within five minutes.',
    saidBy: head,
    saidOn: addDays(today, -60),
    paraphrase: 'Sample: a car within five minutes',
    confirmedOn: addDays(today, -52),
  })
  const { comparisonId, edits, fixedIds } = newComparisonEdits(ids, {
    title: 'Pool cars for the night shift',
    question: 'How should the night shift get its cars?',
    currency: 'EUR',
    fixedNames: { stayAsIs: 'One car per person', inHouse: 'A pool of our own', newcomer: 'A way we have not met' },
  })
  draft.push(...edits)
  const at = `comparisons/${comparisonId}`
  draft.push({ kind: 'set', at, field: 'banner', value: sampleBanner })
  const wait = draft.add(`${at}/criteria`, {
    name: 'Wait for a car',
    question: 'How long until somebody can drive off?',
    unit: 'minutes',
    direction: 'min',
    lo: 0,
    hi: 30,
    points: 100,
    mustHave: true,
    mustAtMost: 5,
    need,
    proposedBy: 'buyer',
  })
  const cost = draft.add(`${at}/criteria`, { name: 'Cost per month', question: 'What does the shift cost in cars?', unit: 'EUR', direction: 'min', lo: 2_000, hi: 9_000, points: 70, proposedBy: 'buyer' })
  const estimate = draft.add('evidence', {
    claim: 'Sample: our estimate after one night with the shift',
    sourceTitle: 'Our own estimate',
    kind: 'ourOpinion',
    observedOn: addDays(today, -45),
    expiresOn: addDays(today, 320),
    cleared: true,
  })
  const club = draft.add(`${at}/options`, { name: 'A car-sharing contract (sample)', kind: 'rival' })
  for (const [option, minutes, euros] of [[fixedIds.stayAsIs, 0, 8_200], [fixedIds.inHouse, '2..4', '4800..6400'], [club, '3..12', null]] as const) {
    draft.cell(comparisonId, option, wait, minutes, estimate)
    draft.cell(comparisonId, option, cost, euros, estimate)
  }
  draft.push(
    { kind: 'set', at, field: 'chosenOption', value: fixedIds.inHouse },
    { kind: 'set', at, field: 'chosenOn', value: addDays(today, -40) },
    { kind: 'set', at, field: 'chosenWhy', value: 'Sample: three cars of their own are there at once, and the shift knows them.' },
  )
  draft.add('promises', { text: 'Sample: look at the log of the pool cars together', side: 'ours', who: 'Jonna Averill', madeOn: addDays(today, -40), dueOn: addDays(today, -3) })
  return { name, edits: draft.edits }
}
