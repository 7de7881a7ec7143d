import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seededIds } from '#shared/testing/seededIds'
import type { Edit } from '#shared/domain/edit/Edit'
import { InProcessDocumentClient } from '../../documents/InProcessDocumentClient'
import { createLog } from '../../platform/Log'
import { nodeDisk } from '../../platform/nodeDisk'
import { nodeProcesses } from '../../platform/nodeProcesses'
import { systemClock } from '../../platform/systemClock'
import { sharedDisk } from '../../sync/remotes/sharedDisk'
import type { OpenWorkspace } from '../OpenWorkspace'
import { Workspaces } from '../Workspaces'
import type { WorkspaceWorld } from '../WorkspaceWorld'

const ids = seededIds(2_026)

/** A place on the real disk for laptops and the folders they share. */
export async function makePlace(): Promise<{ readonly folder: string; readonly remove: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'plumbline-workspaces-'))
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) }
}

/** One laptop with one member; `restart` is the next start of the app on it. */
export class TestLaptop {
  private readonly opened: OpenWorkspace[] = []

  private constructor(
    readonly world: WorkspaceWorld,
    readonly workspaces: Workspaces,
  ) {}

  static async start(place: string, name: string): Promise<TestLaptop> {
    const home = join(place, name)
    await mkdir(join(home, 'Documents'), { recursive: true })
    const world: WorkspaceWorld = {
      disk: nodeDisk,
      teamDisk: sharedDisk,
      clock: systemClock,
      ids,
      processes: nodeProcesses,
      log: createLog(systemClock, () => undefined),
      userData: join(home, 'userData'),
      documentsFolder: join(home, 'Documents'),
    }
    const workspaces = await Workspaces.load(world)
    await workspaces.renameMember(name)
    return new TestLaptop(world, workspaces)
  }

  async open(workspaceId: string, pollMs?: number): Promise<OpenWorkspace> {
    const opened = await this.workspaces.open(workspaceId, { documents: new InProcessDocumentClient(), polls: pollMs !== undefined, ...(pollMs === undefined ? {} : { pollMs }) })
    if (!opened.ok) throw new Error(opened.error.message)
    this.opened.push(opened.value)
    return opened.value
  }

  async close(): Promise<void> {
    for (const workspace of this.opened.splice(0)) await workspace.close()
  }
}

export async function edit(workspace: OpenWorkspace, accountId: string, ...edits: readonly Edit[]): Promise<void> {
  const edited = await workspace.accounts.edit(accountId, ids.next(), edits)
  if (!edited.ok) throw new Error(edited.error.message)
}

export function newId(): string {
  return ids.next()
}

/** The value of an answer; a failure ends the test with its message. */
export function valueOf<T>(answer: { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: { readonly message: string } }): T {
  if (!answer.ok) throw new Error(answer.error.message)
  return answer.value
}
