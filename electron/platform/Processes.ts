/** What tells one process from every other, also from a later one with the same number. */
export interface ProcessIdentity {
  readonly pid: number
  /** When it started, in whatever unit the platform gives; only compared with values of the same machine start. */
  readonly startedAt: string
  /** Changes with every start of the machine; empty where the platform does not tell. */
  readonly bootId: string
  readonly host: string
}

export type ProcessState = 'running' | 'gone' | 'unknown'

/** Which processes run on this machine. */
export interface Processes {
  self(): Promise<ProcessIdentity>
  /** `unknown` when it ran on another machine or cannot be told. */
  stateOf(identity: ProcessIdentity): Promise<ProcessState>
}
