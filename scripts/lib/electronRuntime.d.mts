import type { Log } from './log.mjs'

export interface ElectronRuntime {
  readonly executablePath: string
  readonly distPath: string
  readonly version: string
  readonly source: 'official' | 'registry' | 'path'
  /** What the program needs before its own arguments on this machine. */
  readonly args: readonly string[]
}

export interface EnsureElectronOptions {
  readonly log?: Log
  readonly root?: string
  readonly env?: NodeJS.ProcessEnv
  readonly cacheFolder?: string
}

export function ensureElectron(options?: EnsureElectronOptions): Promise<ElectronRuntime>
export function sandboxArguments(situation?: { readonly platform?: string; readonly root?: boolean }): string[]
