import { join } from 'node:path'
import { z } from 'zod'
import { idPattern, isId } from '#shared/base/Id'
import { err, ok, type Result } from '#shared/base/Result'
import type { SeveralTeams } from '#shared/ipc/contract'
import type { Author, DocumentClient } from '../documents/DocumentClient'
import type { DiskResult } from '../platform/Disk'
import { JsonStore } from '../platform/JsonStore'
import { readWorkspaceFile } from '../vault/workspaceFile'
import { chooseSpace } from './chooseSpace'
import { createWorkspace, type WorkspaceOrder } from './createWorkspace'
import { whyNotTeamFolder } from './folderRules'
import { openLocalWorkspace } from './LocalWorkspace'
import { MemberIdentity } from './MemberIdentity'
import { OpenWorkspace, type WorkspaceUse } from './OpenWorkspace'
import { keepTeam } from './keepTeam'
import { sampleName } from './fillSample'
import { failureOfVault, type WorkspaceFailure } from './workspaceFailure'
import type { WorkspaceWorld } from './WorkspaceWorld'

export interface KnownWorkspace {
  readonly workspaceId: string
  readonly name: string
  readonly isSample: boolean
  /** Why it cannot be opened; null where nothing speaks against it. */
  readonly problem: WorkspaceFailure | null
}

export interface NewWorkspaceOrder {
  readonly name: string
  /** Where the account files lie; left out for the usual place. */
  readonly accountFolder?: string
}

export interface OpenOptions {
  readonly documents: DocumentClient
  /** True unless said otherwise: looks at the team folder by itself. */
  readonly polls?: boolean
  readonly pollMs?: number
  readonly compaction?: WorkspaceUse['compaction']
}

type Made = Promise<Result<{ readonly workspaceId: string }, WorkspaceFailure>>

const RememberedSchema = z.object({ lastOpened: z.string().regex(idPattern).nullable() })
type Remembered = z.infer<typeof RememberedSchema>

/** Owns which workspaces there are on this device and who works in them. One is open at a time. */
export class Workspaces {
  private current: OpenWorkspace | null = null

  private constructor(
    private readonly world: WorkspaceWorld,
    private readonly member: MemberIdentity,
    private readonly remembered: JsonStore<Remembered>,
  ) {}

  static async load(world: WorkspaceWorld): Promise<Workspaces> {
    const { disk, userData, ids } = world
    const member = await MemberIdentity.open(disk, userData, ids)
    const remembered = await JsonStore.open<Remembered>(disk, join(userData, 'workspaces.json'), (plain) => RememberedSchema.safeParse(plain).data ?? null, { lastOpened: null })
    return new Workspaces(world, member, remembered)
  }

  author(): Author {
    return this.member.author()
  }

  renameMember(name: string): DiskResult<void> {
    return this.member.rename(name)
  }

  /** The workspace to open at the next start. */
  lastOpened(): string | null {
    return this.remembered.get().lastOpened
  }

  folderOf(workspaceId: string): string {
    if (!isId(workspaceId)) throw new Error('Not the id of a workspace')
    return join(this.world.userData, 'workspaces', workspaceId)
  }

  /** By name. Also those that cannot be opened, so that nobody thinks they are lost. */
  async list(): Promise<readonly KnownWorkspace[]> {
    const entries = await this.world.disk.readDirectory(join(this.world.userData, 'workspaces'))
    const ids = entries.ok ? entries.value.filter((entry) => entry.kind === 'directory' && isId(entry.name)).map((entry) => entry.name) : []
    const found = await Promise.all(ids.map((id) => this.describe(id)))
    return found.flatMap((workspace) => workspace ?? []).sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  create(order: NewWorkspaceOrder): Made {
    return this.make({ name: order.name, accountFolder: order.accountFolder ?? null, isSample: false }, this.world.ids.next())
  }

  /** The sample workspace of this device; made and filled where there is none yet. */
  async createSample(documents: DocumentClient): Made {
    const existing = (await this.list()).find((workspace) => workspace.isSample && workspace.problem === null)
    const workspaceId = existing?.workspaceId ?? this.world.ids.next()
    if (!existing) {
      const made = await this.make({ name: sampleName, accountFolder: null, isSample: true }, workspaceId)
      if (!made.ok) return made
    }
    // In use already, so certainly filled.
    if (this.current?.vault.workspaceId === workspaceId) return ok({ workspaceId })
    const opened = await OpenWorkspace.open(this.world, this.folderOf(workspaceId), { documents, author: () => this.author(), polls: false })
    if (!opened.ok) return opened
    const filled = await opened.value.fillSample()
    await opened.value.close()
    return filled.ok ? ok({ workspaceId }) : filled
  }

  /** Makes the workspace of the team in a folder, or finds it where this device has it already. It then has to be opened. */
  async join(teamFolder: string, chosen?: { readonly spaceId: string }): Promise<Result<{ readonly workspaceId: string }, WorkspaceFailure | SeveralTeams>> {
    const space = await chooseSpace(this.world.teamDisk, teamFolder, chosen ? ({ spaceId }) => spaceId === chosen.spaceId : null)
    if (!space.ok) return space
    const workspaceId = space.value.spaceId
    const team = { folder: teamFolder, space: space.value }
    if (this.current?.vault.workspaceId === workspaceId) {
      const used = await this.current.useTeam(team)
      return used.ok ? ok({ workspaceId }) : used
    }
    const folder = this.folderOf(workspaceId)
    const known = await readWorkspaceFile(this.world.disk, folder)
    if (!known.ok && known.error.kind !== 'missing') return err(failureOfVault(known.error, folder))
    const refused = await whyNotTeamFolder(teamFolder, { appFolders: [this.world.userData], accountFolder: known.ok ? known.value.accountFolder : null })
    if (refused) return err(refused)
    const made = known.ok ? ok() : await this.make({ name: space.value.name, accountFolder: null, isSample: false }, workspaceId)
    const kept = made.ok ? await keepTeam(this.world, folder, team) : made
    return kept.ok ? ok({ workspaceId }) : kept
  }

  async open(workspaceId: string, { documents, polls = true, pollMs, compaction }: OpenOptions): Promise<Result<OpenWorkspace, WorkspaceFailure>> {
    const use = { documents, polls, author: () => this.author(), ...(pollMs === undefined ? {} : { pollMs }), ...(compaction === undefined ? {} : { compaction }) }
    const opened = await OpenWorkspace.open(this.world, this.folderOf(workspaceId), use)
    if (!opened.ok) return opened
    this.current = opened.value
    opened.value.onClosed(() => {
      if (this.current === opened.value) this.current = null
    })
    await this.remember(workspaceId)
    return opened
  }

  /** Forgetting it costs a click at the next start and is no reason not to open it now. */
  async remember(workspaceId: string): Promise<void> {
    this.remembered.update(() => ({ lastOpened: workspaceId }))
    await this.remembered.flush()
  }

  private async make(order: Omit<WorkspaceOrder, 'workspaceId'>, workspaceId: string): Made {
    const created = await createWorkspace(this.world, this.folderOf(workspaceId), { ...order, workspaceId })
    return created.ok ? ok({ workspaceId }) : created
  }

  private async describe(workspaceId: string): Promise<KnownWorkspace | null> {
    const folder = this.folderOf(workspaceId)
    const workspace = await readWorkspaceFile(this.world.disk, folder)
    const { isSample } = (await openLocalWorkspace(this.world.disk, folder)).get()
    if (workspace.ok) return { workspaceId, name: workspace.value.name, isSample, problem: null }
    // Left behind where making one was cut short: nothing was ever in it.
    if (workspace.error.kind === 'missing') return null
    return { workspaceId, name: workspaceId, isSample, problem: failureOfVault(workspace.error, folder) }
  }
}
