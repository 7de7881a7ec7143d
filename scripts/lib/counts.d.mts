export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export interface VitestReport {
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[]
}

export interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number }
  readonly errors: readonly unknown[]
}

export const NOTHING: Counts
export function addCounts(...all: readonly Counts[]): Counts
export function oneCheck(passed: boolean): Counts
export function summaryLine(counts: Counts): string
export function countVitest(report: VitestReport | null, exitCode: number): Counts
export function countPlaywright(report: PlaywrightReport | null, exitCode: number): Counts
