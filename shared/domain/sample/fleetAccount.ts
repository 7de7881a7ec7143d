import type { Ids } from '../../base/Ids'
import { addDays } from '../comparison/freshness'
import { setAsideEdits } from '../comparison/fixedOptions'
import { newComparisonEdits } from '../comparison/newComparisonEdits'
import type { Edit } from '../edit/Edit'
import { AccountDraft } from './AccountDraft'
import { addFleetPath, type FleetPeople } from './fleetPath'
import { electricCars, electricCarsSource, type ElectricCar } from './electricCars'

/** Shown above everything that is made from the sample. */
export const sampleBanner = 'Illustration: re-check before use'

const name = 'Marlind Lift Inspection'

/**
 * The main account of the sample: an invented company, invented people and weights, real cars. The car
 * with the best margin for the adviser fails the buyer's price limit.
 */
export function fleetAccount(ids: Ids, today: string): { readonly name: string; readonly edits: readonly Edit[] } {
  const draft = new AccountDraft(ids)
  draft.profile({
    name,
    industry: 'Inspection of lifts',
    status: 'focus',
    domain: 'marlind-lifts.example',
    size: '310 people, 48 cars',
    notes: 'Sample. 48 inspectors, diesel leases. Finance has been stung once by a car that could not be had; do not push.',
  })
  const people = addPeople(draft)
  const needs = addNeeds(draft, people, today)
  const { comparisonId, edits, fixedIds } = newComparisonEdits(ids, {
    title: 'Cars for 48 inspectors',
    question: 'What should our 48 inspectors drive when the diesel leases end?',
    currency: 'EUR',
    fixedNames: { stayAsIs: 'Extend the diesel leases', inHouse: 'Buy and run our own cars', newcomer: 'A car we have not met' },
  })
  draft.push(...edits)
  const at = `comparisons/${comparisonId}`
  draft.push({ kind: 'set', at, field: 'banner', value: sampleBanner })
  for (const [field, text] of [['advice', advice], ['notes', internalNotes]] as const) {
    draft.push({ kind: 'writeText', at, field, splice: { index: 0, remove: 0, insert: text } })
  }
  const criteria = addCriteria(draft, at, needs)
  const options = addCars(draft, comparisonId, criteria, fixedIds, today)
  addOwnFigures(draft, comparisonId, criteria, fixedIds, today)
  draft.push({ kind: 'set', at, field: 'paidBy', value: 'Sample: you pay us a fixed fee; a dealer would pay us for the i4 as well' })
  addFleetPath(draft, { comparisonId, people, newcomer: fixedIds.newcomer, stayAsIs: fixedIds.stayAsIs, inHouse: fixedIds.inHouse, price: criteria.price, ...options }, today)
  draft.push({ kind: 'agreeWeights', comparison: comparisonId, on: addDays(today, -12), with: 'Sample: Runa Holvik, Tomas Brede and Nadja Ferrant' })
  return { name, edits: draft.edits }
}

const advice = [
  'Plan with the Model 3, and keep the IONIQ 5 as the safe second: it charges faster and has more room, but nobody has given its German price yet. Ask for it before you order.',
  'Extend a few diesel leases by half a year, so that nobody has to change cars in the first winter.',
  'Sample: you pay us a fixed fee. A dealer would also pay us for one of these cars, the i4. It is over your price limit, so we do not advise it.',
].join('\n\n')

const internalNotes = 'Sample. The i4 pays us best and is out on price. Say so before they ask.'

type PersonKey = keyof FleetPeople
type NeedKey = 'winter' | 'limit' | 'sites' | 'bays' | 'longDays'

function addPeople(draft: AccountDraft): FleetPeople {
  return {
    runa: draft.add('people', { name: 'Runa Holvik', mail: 'runa.holvik@marlind-lifts.example', title: 'Head of inspection (sample)', buyingRole: 'decides', needsToKnow: 'Sample. That no inspector will be stranded in January.' }),
    tomas: draft.add('people', { name: 'Tomas Brede', mail: 'tomas.brede@marlind-lifts.example', title: 'Finance (sample)', buyingRole: 'checks', needsToKnow: 'Sample. One figure per car that will not move after the order.' }),
    nadja: draft.add('people', { name: 'Nadja Ferrant', mail: 'nadja.ferrant@marlind-lifts.example', title: 'Fleet manager (sample)', buyingRole: 'influences', needsToKnow: 'Sample. Who answers when a charger is broken.' }),
  }
}

function addNeeds(draft: AccountDraft, people: FleetPeople, today: string): { readonly [key in NeedKey]: string } {
  const saidOn = addDays(today, -33)
  const confirmedOn = addDays(today, -26)
  const add = (quote: string, saidBy: PersonKey, paraphrase: string, confirmed: string | null = confirmedOn): string =>
    draft.add('needs', { quote, saidBy: people[saidBy], saidOn, paraphrase: `Sample: ${paraphrase}`, confirmedOn: confirmed })
  return {
    winter: add('On a winter day my people drive 280 kilometres, and nobody has an hour to spare at noon.', 'runa', 'a winter day without a stop'),
    limit: add('The car policy says 55,000 list price. Not a euro more.', 'tomas', 'a list price within the car policy'),
    sites: add('Two big customers close their yards to exhausts next year.', 'nadja', 'cars that may drive into closed yards'),
    bays: add('The bays at the test towers were painted for small cars.', 'nadja', 'cars that fit the bays'),
    longDays: add('Some of us practically live in the car.', 'runa', 'room for long days', null),
  }
}

type CriterionKey = 'price' | 'range' | 'charging' | 'heatPump' | 'exhaust' | 'length' | 'wheelbase'

function addCriteria(draft: AccountDraft, at: string, needs: { readonly [key in NeedKey]: string }): { readonly [key in CriterionKey]: string } {
  const add = (fields: Parameters<AccountDraft['add']>[1]): string => draft.add(`${at}/criteria`, { proposedBy: 'buyer', ...fields })
  return {
    price: add({
      name: 'List price in Germany',
      question: 'What does one car cost?',
      unit: 'EUR',
      group: 'Cost',
      direction: 'min',
      lo: 35_000,
      hi: 65_000,
      points: 100,
      mustHave: true,
      mustAtMost: 55_000,
      need: needs.limit,
    }),
    range: add({
      name: 'WLTP range',
      question: 'How far does it go?',
      unit: 'km',
      group: 'On the road',
      direction: 'max',
      lo: 350,
      hi: 650,
      points: 90,
      mustHave: true,
      mustAtLeast: 450,
      need: needs.winter,
    }),
    charging: add({
      name: 'Peak fast charging',
      question: 'How fast does it charge?',
      unit: 'kW',
      group: 'On the road',
      direction: 'max',
      lo: 100,
      hi: 250,
      points: 60,
      need: needs.winter,
      proposedBy: 'us',
    }),
    heatPump: add({ name: 'Heat pump', question: 'Does it keep its range in the cold?', group: 'On the road', scale: 'yesNo', points: 30, need: needs.winter, proposedBy: 'neutral' }),
    exhaust: add({ name: 'No exhaust', question: 'May it drive into the closed yards?', group: 'At the site', scale: 'yesNo', points: 55, need: needs.sites }),
    length: add({ name: 'Length', question: 'Does it fit the bays?', unit: 'mm', group: 'At the site', direction: 'min', lo: 4_200, hi: 4_900, points: 40, need: needs.bays }),
    wheelbase: add({
      name: 'Wheelbase',
      question: 'Is there room inside?',
      unit: 'mm',
      group: 'At the site',
      direction: 'max',
      lo: 2_600,
      hi: 3_050,
      points: 25,
      proposedBy: 'us',
    }),
  }
}

/** The order in which the buyer wants to read the options; the last four are not looked at any further. */
function addCars(
  draft: AccountDraft,
  comparisonId: string,
  criteria: { readonly [key in CriterionKey]: string },
  fixedIds: { readonly stayAsIs: string; readonly inHouse: string; readonly newcomer: string },
  today: string,
): { readonly ioniq5: string; readonly model3: string } {
  const { ioniq5, polestar2, model3, i4, id3, mg4, megane, ariya } = electricCars
  const ioniqId = addCar(draft, comparisonId, criteria, ioniq5, fixedIds.inHouse, { marginNote: 'Sample. No margin agreed.' })
  addCar(draft, comparisonId, criteria, polestar2, fixedIds.inHouse, { marginNote: 'Sample. Two hundred a car.' })
  addCar(draft, comparisonId, criteria, i4, fixedIds.inHouse, { kind: 'partner', marginNote: 'Sample. Our best margin by far: nine hundred a car. Fails their price limit.' })
  const modelId = addCar(draft, comparisonId, criteria, model3, fixedIds.inHouse, { marginNote: 'Sample. None at all.' })
  for (const [car, reason] of [
    [id3, 'Its 428 km are below the 450 km needed.'],
    [ariya, 'Its 430 km are below the 450 km needed.'],
    [mg4, 'Its 450 km leave no reserve.'],
    [megane, 'It charges at 130 kW at most, with the Ariya the slowest of the eight.'],
  ] as const) {
    const optionId = addCar(draft, comparisonId, criteria, car, null, {})
    const aside = setAsideEdits(comparisonId, optionId, reason, addDays(today, -26))
    if (aside.ok) draft.push(...aside.value)
  }
  return { ioniq5: ioniqId, model3: modelId }
}

function addCar(
  draft: AccountDraft,
  comparisonId: string,
  criteria: { readonly [key in CriterionKey]: string },
  car: ElectricCar,
  before: string | null,
  fields: { readonly kind?: string; readonly marginNote?: string },
): string {
  const optionId = draft.ids.next()
  draft.push({ kind: 'add', in: `comparisons/${comparisonId}/options`, id: optionId, fields: { name: car.name, description: car.version, kind: 'rival', ...fields }, before })
  const source = { sourceTitle: electricCarsSource.title, sourceAddress: electricCarsSource.address, kind: 'thirdParty', observedOn: electricCarsSource.observedOn, cleared: true }
  const figures = draft.add('evidence', { claim: `${car.name}: figures in ${car.file}`, ...source })
  if (car.price !== null) {
    const price = draft.add('evidence', { claim: `${car.name}: list price, given there for ${car.price.year}`, ...source })
    draft.cell(comparisonId, optionId, criteria.price, car.price.value, price)
  }
  draft.cell(comparisonId, optionId, criteria.range, car.range, figures)
  draft.cell(comparisonId, optionId, criteria.charging, car.fastCharging, figures)
  draft.cell(comparisonId, optionId, criteria.heatPump, car.hasHeatPump, figures)
  // The dataset lists battery-electric cars only.
  draft.cell(comparisonId, optionId, criteria.exhaust, true, figures)
  draft.cell(comparisonId, optionId, criteria.length, car.length, figures)
  draft.cell(comparisonId, optionId, criteria.wheelbase, car.wheelbase, figures)
  return optionId
}

/** What the buyer has today is no published figure: it is said to be our estimate, and that it is a sample. */
function addOwnFigures(
  draft: AccountDraft,
  comparisonId: string,
  criteria: { readonly [key in CriterionKey]: string },
  fixedIds: { readonly stayAsIs: string; readonly inHouse: string },
  today: string,
): void {
  const opinion = { kind: 'ourOpinion', observedOn: addDays(today, -20), expiresOn: addDays(today, 345), cleared: true }
  const diesel = draft.add('evidence', { claim: 'Sample: the diesel estate leased today', sourceTitle: 'Our own estimate', ...opinion })
  const own = draft.add('evidence', { claim: 'Sample: a fleet of their own would be electric too', sourceTitle: 'Our own estimate', ...opinion })
  const rumour = draft.add('evidence', { claim: 'Sample: the leasing company hinted that an extension will cost more', sourceTitle: 'Phone call', ...opinion, cleared: false })
  const stay = fixedIds.stayAsIs
  draft.cell(comparisonId, stay, criteria.price, '37000..40000', diesel, rumour)
  draft.note(comparisonId, stay, criteria.price, 'Sample. Wait for the written offer before this is used in a meeting.')
  draft.cell(comparisonId, stay, criteria.range, 650, diesel)
  draft.cell(comparisonId, stay, criteria.exhaust, false, diesel)
  draft.cell(comparisonId, stay, criteria.length, 4_650, diesel)
  draft.cell(comparisonId, stay, criteria.wheelbase, 2_690, diesel)
  draft.cell(comparisonId, fixedIds.inHouse, criteria.exhaust, true, own)
}
