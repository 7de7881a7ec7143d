/** An Electron to start, and what it needs on this machine. */
export interface Runtime {
  readonly executablePath: string
  readonly args: readonly string[]
}
