/** Passed, failed and skipped, of one stage or of all. */
export const NOTHING = { passed: 0, failed: 0, skipped: 0 }

export function addCounts(...all) {
  return all.reduce((sum, each) => ({
    passed: sum.passed + each.passed,
    failed: sum.failed + each.failed,
    skipped: sum.skipped + each.skipped,
  }), NOTHING)
}

/** A check that is one yes or no. */
export function oneCheck(passed) {
  return { ...NOTHING, [passed ? 'passed' : 'failed']: 1 }
}

/** The last line of the check. */
export function summaryLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * Sums up vitest's report. A file that could not even be read has no tests to count, and an error outside
 * any test fails the run without failing a test: both count as one failure, as does a run without tests.
 */
export function countVitest(report, exitCode) {
  if (report === null) return oneCheck(false)
  let counts = NOTHING
  for (const file of report.testResults) {
    const inFile = file.assertionResults.reduce((sum, test) => addCounts(sum, countVitestTest(test.status)), NOTHING)
    counts = addCounts(counts, inFile, file.status === 'failed' && inFile.failed === 0 ? oneCheck(false) : NOTHING)
  }
  return atLeastOneFailure(counts, exitCode)
}

function countVitestTest(status) {
  if (status === 'passed') return { ...NOTHING, passed: 1 }
  return { ...NOTHING, [status === 'failed' ? 'failed' : 'skipped']: 1 }
}

/** Sums up Playwright's report. A test that passed only when tried again is a failure. */
export function countPlaywright(report, exitCode) {
  if (report === null) return oneCheck(false)
  const { expected, unexpected, flaky, skipped } = report.stats
  return atLeastOneFailure({ passed: expected, failed: unexpected + flaky + report.errors.length, skipped }, exitCode)
}

function atLeastOneFailure(counts, exitCode) {
  const unsaid = exitCode !== 0 || counts.passed + counts.failed + counts.skipped === 0
  return unsaid && counts.failed === 0 ? addCounts(counts, oneCheck(false)) : counts
}
