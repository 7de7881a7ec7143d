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

/** A small comparison that waits for a colleague's review: the heaviest weight was our idea. */
export function surveyorsAccount(ids: Ids, today: string): SampleAccount {
  const name = 'Tarn and Wolde Surveyors'
  const draft = new AccountDraft(ids)
  draft.profile({ name, industry: 'Land surveying', status: 'focus', domain: 'tarn-wolde.example', size: '26 people', notes: 'Sample. Two partners who do not agree; ask both.' })
  const tarn = draft.add('people', { name: 'Edda Tarn', title: 'Partner (sample)', buyingRole: 'decides', mail: 'edda@tarn-wolde.example' })
  const wolde = draft.add('people', { name: 'Ruben Wolde', title: 'Partner (sample)', buyingRole: 'decides', mail: 'ruben@tarn-wolde.example' })
  const tracks = draft.add('needs', {
    quote: 'If it gets stuck on a forest track, the day is gone.',
    saidBy: tarn,
    saidOn: addDays(today, -21),
    paraphrase: 'Sample: it gets up a wet track',
    confirmedOn: addDays(today, -14),
  })
  const tidy = draft.add('needs', { quote: 'I will not pay for four wheels that drive twice a year.', saidBy: wolde, saidOn: addDays(today, -21), paraphrase: 'Sample: no money for what is not used', confirmedOn: addDays(today, -14) })
  const steep = draft.add('findings', { claim: 'Sample: four driven wheels are needed off the road.', sourceTitle: 'A video of a test (sample)', kind: 'video', readBy: tarn, readOn: addDays(today, -25), ourView: 'unsure', ourReason: 'The tyres in the video do more than the wheels.' })
  const tyres = draft.add('findings', { claim: 'Sample: good tyres do the same for a tenth.', sourceTitle: 'The garage in the village (sample)', kind: 'colleague', readBy: wolde, readOn: addDays(today, -23), ourView: 'agree', ourReason: 'On your tracks, yes; on ice, no.' })
  draft.add('contradictions', { oneFinding: steep, otherFinding: tyres, state: 'open', settledBy: 'One wet day on the worst track with both', ownerSide: 'ours', owner: 'Jonna Averill', dueOn: addDays(today, 4) })
  const { comparisonId, edits, fixedIds } = newComparisonEdits(ids, {
    title: 'Two cars for the woods',
    question: 'Which cars should go into the woods?',
    currency: 'EUR',
    fixedNames: { stayAsIs: 'Keep the two estates', inHouse: 'Better tyres, fitted here', newcomer: 'A car we have not met' },
  })
  const at = `comparisons/${comparisonId}`
  draft.push(...edits, { kind: 'set', at, field: 'banner', value: sampleBanner }, { kind: 'set', at, field: 'paidBy', value: 'Sample: you pay us by the hour, nobody else pays us' })
  const cost = draft.add(`${at}/criteria`, { name: 'Cost per year', question: 'What do two cars cost a year?', unit: 'EUR', group: 'Cost', direction: 'min', lo: 6_000, hi: 20_000, points: 70, need: tidy, proposedBy: 'buyer' })
  const track = draft.add(`${at}/criteria`, { name: 'Wet track', question: 'How many of ten wet tracks does it manage?', unit: 'of 10', group: 'In the woods', direction: 'max', lo: 0, hi: 10, points: 100, need: tracks, proposedBy: 'us' })
  const estimate = draft.add('evidence', { claim: 'Sample: our estimate after an afternoon in the woods', sourceTitle: 'Our own estimate', kind: 'ourOpinion', observedOn: addDays(today, -13), expiresOn: addDays(today, 352), cleared: true })
  const lifted = draft.add(`${at}/options`, { name: 'Two used off-road cars (sample)', kind: 'rival' })
  for (const [option, euros, tracksOfTen] of [[fixedIds.stayAsIs, 9_400, '4..6'], [fixedIds.inHouse, '10100..10900', '6..8'], [lifted, '14500..17500', '8..10']] as const) {
    draft.cell(comparisonId, option, cost, euros, estimate)
    draft.cell(comparisonId, option, track, tracksOfTen, estimate)
  }
  draft.add('meetings', { title: 'Sample: a wet day in the woods', startsAt: `${addDays(today, 4)}T08:00:00.000Z`, zone: 'Europe/Berlin', place: 'The car park at the quarry', comparison: comparisonId })
  draft.add('reviews', { askedBy: 'Jonna Averill (sample)', askedAt: `${addDays(today, -1)}T15:20:00.000Z`, ask: 'Sample: is it fair that the wet track weighs most? It was our idea.' })
  return { name, edits: draft.edits }
}

/** We advised somebody else, and said so. */
export function ciderAccount(ids: Ids, today: string): SampleAccount {
  const name = 'Pelham Orchard Cider'
  const draft = new AccountDraft(ids)
  draft.profile({ name, industry: 'Cider press', status: 'closed', domain: 'pelham-cider.example', size: '8 people', notes: 'Sample. One tractor, one trailer: nothing for a fleet adviser. Sent to the farmers’ machinery ring.' })
  const owner = draft.add('people', { name: 'Wenna Pelham', title: 'Owner (sample)', buyingRole: 'decides', mail: 'wenna@pelham-cider.example' })
  draft.add('needs', { quote: 'I only need the trailer for six weeks.', saidBy: owner, saidOn: addDays(today, -75), paraphrase: 'Sample: six weeks a year', confirmedOn: addDays(today, -75) })
  draft.add('promises', { text: 'Sample: the number of the machinery ring', side: 'ours', who: 'Jonna Averill', madeOn: addDays(today, -75), dueOn: addDays(today, -74), state: 'kept', closedOn: addDays(today, -75) })
  return { name, edits: draft.edits }
}
