import type { Readable } from 'node:stream'
import type { WorkspaceWorld } from '../workspace/WorkspaceWorld'
import type { JsonLines } from './JsonLines'

/** What a command works with. */
export interface CommandContext {
  readonly world: WorkspaceWorld
  readonly input: Readable
  readonly output: JsonLines
  /** A sentence for whoever sits at the terminal. */
  readonly say: (message: string) => void
  /** Set off by a signal: finish what is under way and begin nothing new. */
  readonly interrupted: AbortSignal
  /** Called where a call to a team folder has not come back: a process that ends as usual would wait for it. */
  readonly abandonTeamFolder: () => void
}
