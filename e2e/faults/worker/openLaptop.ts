import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { InProcessDocumentClient } from '../../../electron/documents/InProcessDocumentClient'
import { createLog } from '../../../electron/platform/Log'
import { nodeDisk } from '../../../electron/platform/nodeDisk'
import { nodeProcesses } from '../../../electron/platform/nodeProcesses'
import { randomIds } from '../../../electron/platform/randomIds'
import { systemClock } from '../../../electron/platform/systemClock'
import { sharedDisk } from '../../../electron/sync/remotes/sharedDisk'
import type { OpenWorkspace } from '../../../electron/workspace/OpenWorkspace'
import { Workspaces } from '../../../electron/workspace/Workspaces'
import type { WorkspaceWorld } from '../../../electron/workspace/WorkspaceWorld'
import { must } from './must'
import type { WorkerOrder } from './protocol'

/** Opens the workspace of this laptop as the app does; makes or joins it where it is not there yet. */
export async function openLaptop(
  { home, name, teamFolder, founds, compactsFrom }: Pick<WorkerOrder, 'home' | 'name' | 'teamFolder' | 'founds' | 'compactsFrom'>,
  onLog: (line: string) => void = () => undefined,
): Promise<OpenWorkspace> {
  mkdirSync(join(home, 'Documents'), { recursive: true })
  const world: WorkspaceWorld = {
    disk: nodeDisk,
    teamDisk: sharedDisk,
    clock: systemClock,
    ids: randomIds,
    processes: nodeProcesses,
    log: createLog(systemClock, onLog),
    userData: join(home, 'userData'),
    documentsFolder: join(home, 'Documents'),
  }
  const workspaces = await Workspaces.load(world)
  await workspaces.renameMember(name)
  const known = workspaces.lastOpened()
  const workspaceId = known ?? (founds ? must(await workspaces.create({ name: 'Sales' })) : must(await workspaces.join(teamFolder))).workspaceId
  const workspace = must(await workspaces.open(workspaceId, { documents: new InProcessDocumentClient(), pollMs: 300, ...(compactsFrom === undefined ? {} : { compaction: { threshold: compactsFrom, keepMs: 0, activeMs: 3_600_000, restMs: 0 } }) }))
  if (founds && workspace.info.teamFolder === null) must(await workspace.publish(teamFolder))
  return workspace
}
