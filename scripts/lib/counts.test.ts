import { describe, expect, it } from 'vitest'
import { addCounts, countPlaywright, countVitest, oneCheck, summaryLine } from './counts.mjs'

const file = (status: string, ...tests: readonly string[]) => ({ status, assertionResults: tests.map((each) => ({ status: each })) })

describe('the last line', () => {
  it('mentions skipped tests only where there are some', () => {
    expect(summaryLine({ passed: 12, failed: 0, skipped: 0 })).toBe('12 passed, 0 failed')
    expect(summaryLine({ passed: 12, failed: 1, skipped: 2 })).toBe('12 passed, 1 failed, 2 skipped')
  })

  it('is the sum of all stages', () => {
    expect(addCounts(oneCheck(true), oneCheck(false), { passed: 3, failed: 0, skipped: 4 })).toEqual({ passed: 4, failed: 1, skipped: 4 })
  })
})

describe('counting unit tests', () => {
  it('counts every kind of left-out test as skipped', () => {
    const report = { testResults: [file('passed', 'passed', 'pending', 'skipped', 'todo', 'disabled')] }
    expect(countVitest(report, 0)).toEqual({ passed: 1, failed: 0, skipped: 4 })
  })

  it('counts a file that cannot be read as a failure', () => {
    expect(countVitest({ testResults: [file('passed', 'passed'), file('failed')] }, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  })

  it('counts a file with a failed test once, not twice', () => {
    expect(countVitest({ testResults: [file('failed', 'passed', 'failed')] }, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  })

  it('fails when an error outside the tests made the run fail', () => {
    expect(countVitest({ testResults: [file('passed', 'passed')] }, 1)).toEqual({ passed: 1, failed: 1, skipped: 0 })
  })

  it('fails when nothing ran or nothing was reported', () => {
    expect(countVitest({ testResults: [] }, 0).failed).toBe(1)
    expect(countVitest(null, 0).failed).toBe(1)
  })
})

describe('counting end-to-end tests', () => {
  const stats = { expected: 5, unexpected: 0, flaky: 0, skipped: 1 }

  it('counts a test that passed only when tried again as failed', () => {
    expect(countPlaywright({ stats: { ...stats, flaky: 1 }, errors: [] }, 0)).toEqual({ passed: 5, failed: 1, skipped: 1 })
  })

  it('counts errors outside the tests as failed', () => {
    expect(countPlaywright({ stats, errors: [{ message: 'cannot load' }] }, 1)).toEqual({ passed: 5, failed: 1, skipped: 1 })
  })

  it('fails when the run ended badly without a failed test, or without any', () => {
    expect(countPlaywright({ stats, errors: [] }, 1).failed).toBe(1)
    expect(countPlaywright({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, errors: [] }, 0).failed).toBe(1)
    expect(countPlaywright(null, 1)).toEqual({ passed: 0, failed: 1, skipped: 0 })
  })
})
