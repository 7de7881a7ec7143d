import { addDays } from '../comparison/freshness'
import type { AccountDraft } from './AccountDraft'

export interface FleetPeople {
  readonly runa: string
  readonly tomas: string
  readonly nadja: string
}

interface FleetIds {
  readonly comparisonId: string
  readonly people: FleetPeople
  readonly stayAsIs: string
  readonly inHouse: string
  readonly newcomer: string
  readonly ioniq5: string
  readonly model3: string
  /** The criterion. */
  readonly price: string
}

/** What the buyer had read before anybody called, what is still asked, who promised what, and the next meeting. */
export function addFleetPath(draft: AccountDraft, ids: FleetIds, today: string): void {
  addFindings(draft, ids.people, today)
  addArguments(draft, ids)
  addQuestionsAndPromises(draft, ids, today)
  addMeetings(draft, ids, today)
}

function addFindings(draft: AccountDraft, { runa, tomas, nadja }: FleetPeople, today: string): void {
  const readOn = addDays(today, -38)
  const add = (fields: Parameters<AccountDraft['add']>[1]): string => draft.add('findings', { readOn, ...fields })
  const half = add({
    claim: 'Sample: in a cold January an electric car drives half as far.',
    sourceTitle: 'A drivers’ forum (sample)',
    kind: 'forum',
    readBy: runa,
    ourView: 'disagree',
    ourReason: 'Half is what people report for short trips with a cold battery. On one long day it is less, but nobody here has measured it.',
  })
  const little = add({
    claim: 'Sample: with a heat pump the winter costs hardly any range.',
    sourceTitle: 'A maker’s brochure (sample)',
    kind: 'vendor',
    readBy: nadja,
    ourView: 'unsure',
    ourReason: 'The brochure names no temperature. We would like to see one of your own days.',
  })
  const prices = add({
    claim: 'Sample: prices of electric cars will fall by a fifth next year.',
    sourceTitle: 'Business pages of a newspaper (sample)',
    kind: 'article',
    readBy: tomas,
    ourView: 'unsure',
    ourReason: 'It may be so. Waiting also has a price: the diesel leases get dearer.',
  })
  const leases = add({
    claim: 'Sample: the leases can be extended at today’s rate.',
    sourceTitle: 'The leasing company’s portal (sample)',
    kind: 'vendor',
    readBy: tomas,
    ourView: 'disagree',
    ourReason: 'The portal shows last year’s rates. Wait for the written offer.',
  })
  draft.add('findings', {
    claim: 'Sample: a neighbouring company charges at the drivers’ homes and is content.',
    sourceTitle: 'A colleague at a trade fair (sample)',
    kind: 'colleague',
    readBy: nadja,
    readOn,
    ourView: 'agree',
    ourReason: 'It works where people have a parking place of their own; 31 of your 48 do.',
  })
  draft.add('contradictions', {
    oneFinding: half,
    otherFinding: little,
    state: 'open',
    settledBy: 'Two inspectors drive a borrowed car for a week and write down the kilometres',
    ownerSide: 'theirs',
    owner: 'Nadja Ferrant',
    dueOn: addDays(today, 9),
  })
  draft.add('contradictions', {
    oneFinding: prices,
    otherFinding: leases,
    state: 'cannotBeKnown',
    settledBy: 'Nothing before the decision',
    answer: 'Nobody can know next year’s prices today. The comparison shows what each would change.',
    ownerSide: 'ours',
    owner: 'Jonna Averill',
  })
}

function addArguments(draft: AccountDraft, { comparisonId, stayAsIs, inHouse, ioniq5, model3 }: FleetIds): void {
  const write = (optionId: string, field: string, text: string): void =>
    draft.push({ kind: 'writeText', at: `comparisons/${comparisonId}/options/${optionId}`, field, splice: { index: 0, remove: 0, insert: text } })
  write(stayAsIs, 'argument', 'Sample: nobody has to learn anything, and the range is no worry. But two customers close their yards to exhausts, and the rate for an extension is not known in writing.')
  write(inHouse, 'argument', 'Sample: no monthly rate and no return inspection. But somebody has to buy, insure, repair and sell 48 cars, and nobody in the house has done it.')
  write(ioniq5, 'limits', 'Sample: no German price is known. Not for those who need a price before the end of the month.')
  write(model3, 'limits', 'Sample: a low seat and a small hatch. Not for those who carry ladders every day.')
}

function addQuestionsAndPromises(draft: AccountDraft, { comparisonId, people, ioniq5, price }: FleetIds, today: string): void {
  draft.add('questions', {
    text: 'Sample: what does the IONIQ 5 cost in Germany, all in?',
    askedBy: people.tomas,
    askedOn: addDays(today, -12),
    ownerSide: 'ours',
    owner: 'Jonna Averill',
    dueOn: addDays(today, 1),
    comparison: comparisonId,
    option: ioniq5,
    criterion: price,
  })
  draft.add('questions', {
    text: 'Sample: who answers at night when a home charger is broken?',
    askedBy: people.nadja,
    askedOn: addDays(today, -12),
    ownerSide: 'ours',
    owner: 'Jonna Averill',
    state: 'answered',
    answer: 'The maker of the charger, by contract within four hours; the contract is in the offer.',
    answeredOn: addDays(today, -5),
  })
  draft.add('promises', { text: 'Sample: lend two cars for a week in the cold', side: 'ours', who: 'Jonna Averill', madeOn: addDays(today, -12), dueOn: addDays(today, 6) })
  draft.add('promises', {
    text: 'Sample: send the price list of the home chargers',
    side: 'ours',
    who: 'Jonna Averill',
    madeOn: addDays(today, -33),
    dueOn: addDays(today, -26),
    state: 'kept',
    closedOn: addDays(today, -28),
  })
  draft.add('promises', { text: 'Sample: ask the leasing company for a written rate', side: 'theirs', who: 'Tomas Brede', madeOn: addDays(today, -12), dueOn: addDays(today, -2) })
}

function addMeetings(draft: AccountDraft, { comparisonId, people }: FleetIds, today: string): void {
  const first = draft.add('meetings', {
    title: 'Sample: what matters, and what is out',
    startsAt: `${addDays(today, -12)}T09:00:00.000Z`,
    endsAt: `${addDays(today, -12)}T10:30:00.000Z`,
    zone: 'Europe/Berlin',
    place: 'At the buyer’s, meeting room by the workshop',
    comparison: comparisonId,
    notes: 'Sample. Tomas counts; Runa decides; leave them time to talk to each other.',
    decided: 'The list price and the range are musts. Four cars are out.',
    open: 'The price of the IONIQ 5. How far a car comes on a cold day.',
    next: 'Two cars on loan; a written rate from the leasing company.',
    confirmedOn: addDays(today, -12),
    confirmedBy: people.runa,
  })
  const next = draft.add('meetings', {
    title: 'Sample: choosing the car',
    startsAt: `${addDays(today, 1)}T13:00:00.000Z`,
    endsAt: `${addDays(today, 1)}T14:00:00.000Z`,
    zone: 'Europe/Berlin',
    place: 'At the buyer’s, first floor',
    comparison: comparisonId,
    aims: 'Sample. The price of the IONIQ 5 on the table; a choice, or a plain no; no pushing.',
  })
  for (const meeting of [first, next]) {
    for (const person of [people.runa, people.tomas, people.nadja]) draft.mark(`meetings/${meeting}`, 'attends', person)
  }
}
