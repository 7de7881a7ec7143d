/** done: everything as asked. wrong: done, and something is wrong or was refused. notRun: usage, lock or no access. */
export const exitCodes = { done: 0, wrong: 1, notRun: 2 } as const

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]
