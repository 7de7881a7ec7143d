import { describe, expect, test } from 'vitest'
import { seededIds } from '../../testing/seededIds'
import type { Account, Comparison } from '../account/Account'
import { accountRow } from '../account/AccountRow'
import { analyseWeights, prepareComparison, type ComparisonAnalysis } from '../comparison/analyseComparison'
import { comparisonFacts } from '../comparison/ComparisonFacts'
import { plausibleCases } from '../comparison/plausibleCases'
import { applyEdits } from '../edit/applyEdits'
import { Edits } from '../edit/Edit'
import { toBuyerView } from '../redaction/toBuyerView'
import { whatStaysInternal } from '../redaction/whatStaysInternal'
import { inOrder } from '../schema/order'
import { readAccount } from '../schema/readAccount'
import { sampleAccounts } from './sampleAccounts'

const today = '2026-11-21'
const made = sampleAccounts(seededIds(1), today)

function open(index: number): Account {
  const applied = applyEdits(readAccount({}), made[index]?.edits ?? [], '2026-11-21T09:00:00Z')
  if (!applied.ok) throw new Error(`${applied.error.index}: ${applied.error.message}`)
  return applied.value.account
}

function onlyComparison(account: Account): Comparison {
  const [comparison] = inOrder(account.comparisons)
  if (!comparison) throw new Error('There is no comparison')
  return comparison
}

function analyse(account: Account, day = today): ComparisonAnalysis {
  const facts = comparisonFacts(account, onlyComparison(account).id)
  if (!facts) throw new Error('There is no comparison')
  const prepared = prepareComparison(facts, day)
  return analyseWeights(prepared, { robustness: plausibleCases(prepared) })
}

describe('the sample workspace', () => {
  test('can be made: every account in one call that the contract accepts', () => {
    expect(made.map(({ name, edits }) => [name, Edits.safeParse(edits).success])).toEqual([
      ['Marlind Lift Inspection', true],
      ['Sandgrove Bakeries', true],
      ['Tarn and Wolde Surveyors', true],
      ['Corrin Vale Water', true],
      ['Amberfold Home Care', true],
      ['Pelham Orchard Cider', true],
    ])
    made.forEach((_, index) => expect(open(index).profile).toMatchObject({ name: made[index]?.name, sample: true }))
  })

  test('is the same again for the same ids and day', () => {
    expect(sampleAccounts(seededIds(1), today)).toEqual(made)
    expect(sampleAccounts(seededIds(2), today)).not.toEqual(made)
  })

  test('has an account at each stage: under way, just begun, before a review, a customer, parked, advised elsewhere', () => {
    const accounts = made.map((_, index) => open(index))
    expect(accounts.map((account) => [account.profile.status, inOrder(account.comparisons).map((comparison) => inOrder(comparison.criteria).length)])).toEqual([
      ['focus', [7]],
      ['focus', [0]],
      ['focus', [2]],
      ['customer', [2]],
      ['parked', []],
      ['closed', []],
    ])
  })
})

describe('the main account of the sample', () => {
  const account = open(0)
  const comparison = onlyComparison(account)
  const analysis = analyse(account)
  const groupOf = (name: string): string | undefined => analysis.evaluation.groupOf[analysis.options.findIndex((option) => option.name === name)]

  test('the option with our best margin fails a must-have, and somebody else comes first', () => {
    const [best] = inOrder(comparison.options).filter((option) => option.marginNote.includes('best margin'))
    expect([best?.name, groupOf(best?.name ?? '')]).toEqual(['BMW i4', 'excluded'])
    expect(analysis.options[analysis.evaluation.leader ?? -1]?.name).toBe('Tesla Model 3')
    expect(analysis.description.answer.kind).toBe('leadsProvisionally')
  })

  test('five of eight prices are unknown and stay unknown', () => {
    const cars = inOrder(comparison.options).filter((option) => option.kind === 'rival' || option.kind === 'partner')
    const price = inOrder(comparison.criteria).find((criterion) => criterion.unit === 'EUR')
    const values = cars.map((car) => comparison.cellValue[`${car.id}:${price?.id}`] ?? null)
    expect([cars.length, values.filter((value) => value === null).length]).toEqual([8, 5])
    expect(groupOf('Hyundai IONIQ 5')).toBe('ifConfirmed')
    expect(groupOf('Buy and run our own cars')).toBe('notEnoughKnown')
  })

  test('stay as is, in-house and a newcomer are in it, and four cars are set aside with a reason', () => {
    const options = inOrder(comparison.options)
    expect(options.filter((option) => option.setAsideOn === null).map((option) => option.kind)).toEqual(['stayAsIs', 'rival', 'rival', 'partner', 'rival', 'inHouse', 'newcomer'])
    expect(options.filter((option) => option.setAsideOn !== null).map((option) => option.setAsideReason !== '')).toEqual([true, true, true, true])
  })

  test('only what is published stands as proof of a real car; every figure of ours is called a sample', () => {
    for (const [key, isProof] of Object.entries(comparison.cellEvidence)) {
      const [optionId = '', , evidenceId = ''] = key.split(':')
      const [option, evidence] = [comparison.options[optionId], account.evidence[evidenceId]]
      if (!isProof || !option || !evidence) throw new Error(`${key} names nothing`)
      if (option.kind === 'stayAsIs' || option.kind === 'inHouse') {
        expect([evidence.kind, evidence.claim.startsWith('Sample:')]).toEqual(['ourOpinion', true])
      } else {
        expect(evidence).toMatchObject({ kind: 'thirdParty', observedOn: '2025-12-30', sourceAddress: 'https://github.com/open-ev-data/open-ev-data-dataset' })
        expect(evidence.sourceTitle).toContain('CDLA-Permissive-2.0')
      }
    }
    const values = Object.entries(comparison.cellValue).filter(([, value]) => value !== null)
    expect(values.every(([key]) => Object.keys(comparison.cellEvidence).some((proof) => proof.startsWith(`${key}:`)))).toBe(true)
  })

  test('people, needs and weights are marked as a sample', () => {
    expect(inOrder(account.people).every((person) => person.title.includes('(sample)'))).toBe(true)
    expect(inOrder(account.needs).every((need) => need.paraphrase.startsWith('Sample: '))).toBe(true)
    expect([comparison.agreedWith.startsWith('Sample: '), comparison.banner]).toEqual([true, 'Illustration: re-check before use'])
  })

  test('follows the path: findings that disagree, a meeting tomorrow, an answer and promises owed, a read-back', () => {
    const row = accountRow('a', account, 0, null)
    expect(row).toMatchObject({ contradictionsOpen: 1, answersOwed: 1, promisesOpen: 1, nextDueOn: '2026-11-22', owner: 'Jonna Averill (sample)' })
    expect(row.meetings).toEqual([{ meetingId: expect.any(String), title: 'Sample: choosing the car', startsAt: '2026-11-22T13:00:00.000Z' }])
    expect(inOrder(account.meetings).map((meeting) => meeting.confirmedOn)).toEqual(['2026-11-09', null])
    const texts = [...inOrder(account.findings).map((finding) => finding.claim), ...inOrder(account.promises).map((promise) => promise.text)]
    expect(texts.filter((text) => !text.startsWith('Sample: '))).toEqual([])
  })

  test('has something of every kind to leave out for the buyer', () => {
    const kinds = new Set(whatStaysInternal(account, comparison.id).map((item) => item.kind))
    expect([...kinds].sort()).toEqual(['internal', 'notCleared', 'notConfirmed'])
    expect(JSON.stringify(toBuyerView(account, comparison.id))).not.toMatch(/nine hundred|pays us best|hinted/)
  })

  test('gives the same first place next year, with more doubt', () => {
    const later = analyse(account, '2027-10-01')
    expect(later.options[later.evaluation.leader ?? -1]?.name).toBe('Tesla Model 3')
    expect(later.evaluation.groupOf).toEqual(analysis.evaluation.groupOf)
  })
})
