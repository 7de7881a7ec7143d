import { describe, expect, it } from 'vitest'
import { sayPromised } from '../../text/path/promisedWords'
import { promiseState, questionState } from './promised'

const today = '2026-11-21'

describe('what was promised or asked', () => {
  it('is late from the day after it was due, not on the day itself', () => {
    expect(promiseState({ state: 'open', dueOn: today, closedOn: null }, today)).toEqual({ kind: 'open', dueOn: today })
    expect(promiseState({ state: 'open', dueOn: '2026-11-20', closedOn: null }, today)).toEqual({ kind: 'late', dueOn: '2026-11-20' })
    expect(questionState({ state: 'open', dueOn: '2026-11-20', answeredOn: null }, today).kind).toBe('late')
  })

  it('is late no more once it is kept, broken, answered or accepted', () => {
    expect(promiseState({ state: 'broken', dueOn: '2026-11-01', closedOn: '2026-11-03' }, today)).toEqual({ kind: 'broken', on: '2026-11-03' })
    expect(questionState({ state: 'accepted', dueOn: '2026-11-01', answeredOn: null }, today)).toEqual({ kind: 'accepted', on: null })
  })

  it('says it in words with the day', () => {
    expect(sayPromised({ kind: 'late', dueOn: '2026-11-03' }, today)).toBe('late, was due 3 Nov 2026')
    expect(sayPromised({ kind: 'open', dueOn: '2026-11-28' }, today)).toBe('due 28 Nov 2026 (in 7 days)')
    expect(sayPromised({ kind: 'open', dueOn: null }, today)).toBe('no day given')
    expect(sayPromised({ kind: 'accepted', on: today }, today)).toBe('accepted as not known 21 Nov 2026')
  })
})
