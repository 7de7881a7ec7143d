import { z } from 'zod'
import type { Patch } from '../base/jsonPatch'
import type { Account } from '../domain/account/Account'
import type { AccountRow } from '../domain/account/AccountRow'
import { Edits, type Edit, type EditRefused, type SkippedEdit } from '../domain/edit/Edit'

/**
 * Every command the main window may give. Main parses the input; the answer is typed and not parsed
 * again. A command answers a Result: what can happen is a failure with a `kind`, a throw is a bug.
 */
const AccountId = z.string().regex(/^[a-z2-7]{26}$/)
const EntityId = AccountId
const Token = z.string().min(1).max(80)
const Theme = z.enum(['system', 'light', 'dark'])
const MemberName = z.string().trim().min(1).max(80)

export const commandInputs = {
  /** What the window needs to draw its first frame. */
  'app.start': z.strictObject({}),
  'workspace.openSample': z.strictObject({}),
  'workspace.create': z.strictObject({ name: z.string().trim().min(1).max(80), memberName: MemberName }),
  /** Opens (and if needed makes) the workspace of the team whose folder was chosen. */
  'workspace.join': z.strictObject({ folder: Token, memberName: MemberName }),
  'workspace.list': z.strictObject({}),
  'workspace.open': z.strictObject({ workspaceId: EntityId }),
  /** Asks the member for a folder; files and folders cross only as tokens. */
  'folder.choose': z.strictObject({ purpose: z.enum(['teamFolder', 'accountFolder']) }),
  'account.list': z.strictObject({}),
  'account.create': z.strictObject({ name: z.string().trim().min(1).max(120) }),
  'account.open': z.strictObject({ accountId: AccountId }),
  'account.edit': z.strictObject({ accountId: AccountId, editId: EntityId, edits: Edits }),
  'account.conflicts': z.strictObject({ accountId: AccountId }),
  'account.showFile': z.strictObject({ accountId: AccountId }),
  /** Saves the bytes of an account that cannot be opened, so that nothing is locked in. */
  'account.exportRaw': z.strictObject({ accountId: AccountId }),
  'brief.preview': z.strictObject({ accountId: AccountId, comparisonId: EntityId }),
  'brief.export': z.strictObject({ accountId: AccountId, comparisonId: EntityId, format: z.enum(['pdf', 'html']) }),
  'file.show': z.strictObject({ file: Token }),
  'sync.status': z.strictObject({}),
  'sync.now': z.strictObject({}),
  /** Puts this workspace into a folder that has no team yet. */
  'sync.publish': z.strictObject({ folder: Token }),
  /** Stops using the team folder; everything stays on this laptop. */
  'sync.leave': z.strictObject({}),
  'settings.change': z.strictObject({ theme: Theme.optional(), memberName: MemberName.optional() }),
  /** The window met a bug; only its place and kind are noted, no words of an account. */
  'log.bug': z.strictObject({ where: z.string().regex(/^[A-Za-z0-9_.-]{1,80}$/), name: z.string().regex(/^[A-Za-z0-9_.-]{1,80}$/) }),
} as const

export type CommandName = keyof typeof commandInputs
export type CommandInput<Name extends CommandName> = z.infer<(typeof commandInputs)[Name]>

/** The disk as the member meets it; `message` names the thing and the next step. */
export interface Failure<Kind extends string> {
  readonly kind: Kind
  readonly message: string
}
type DiskFailure = Failure<'diskFull' | 'readOnly' | 'noAccess' | 'diskError'>
type VaultFailure = Failure<'vaultClosed'>
type OpenFailure =
  | DiskFailure
  | Failure<'held' | 'newerFormat' | 'damaged' | 'notFound' | 'notATeamFolder' | 'alreadyATeamFolder' | 'insideTeamFolder' | 'noSuchToken' | 'folderVanished'>

export interface WorkspaceInfo {
  readonly workspaceId: string
  readonly name: string
  readonly isSample: boolean
  readonly accountFolder: string
  readonly teamFolder: string | null
}

export interface StartInfo {
  readonly workspace: WorkspaceInfo | null
  /** Set where the last workspace could not be opened: the first screen says why. */
  readonly problem: Failure<string> | null
  readonly settings: Settings
  readonly today: string
  readonly platform: 'linux' | 'darwin' | 'win32'
  readonly version: string
}

export interface Settings {
  readonly theme: z.infer<typeof Theme>
  readonly memberName: string
}

export interface Opened {
  readonly revision: number
  readonly snapshot: Account
}

export interface Edited {
  readonly revision: number
  readonly undo: readonly Edit[]
  readonly skipped: readonly (SkippedEdit & { readonly by: string | null })[]
}

/** Two members wrote the same field without knowing of each other; both values stay readable. */
export interface Conflict {
  /** `comparisons/<id>/criteria/<id>` */
  readonly at: string
  readonly field: string
  readonly key: string | null
  /** The first is the value that shows now. */
  readonly values: readonly { readonly value: string | number | boolean | null; readonly by: string | null; readonly writtenAt: string | null }[]
}

export interface SyncStatus {
  readonly kind: 'noTeamFolder' | 'upToDate' | 'waiting' | 'syncing' | 'offline' | 'needsYou'
  /** Edits on this laptop that are not in the team folder yet. */
  readonly waiting: number
  /** Last moment everything was in the team folder, UTC ISO text. */
  readonly lastSyncedAt: string | null
  /** Where something must be done by hand: what happened, what is safe, what to do. */
  readonly problem: Failure<string> | null
}

export interface SavedFile {
  readonly token: string
  readonly name: string
}

interface Answers {
  'app.start': Answer<StartInfo, never>
  'workspace.openSample': Answer<WorkspaceInfo, OpenFailure>
  'workspace.create': Answer<WorkspaceInfo, OpenFailure>
  'workspace.join': Answer<WorkspaceInfo, OpenFailure>
  'workspace.list': Answer<readonly { readonly workspaceId: string; readonly name: string; readonly isOpen: boolean }[], never>
  'workspace.open': Answer<WorkspaceInfo, OpenFailure>
  'folder.choose': Answer<{ readonly token: string; readonly path: string } | null, never>
  'account.list': Answer<readonly AccountRow[], VaultFailure>
  'account.create': Answer<{ readonly accountId: string }, DiskFailure | VaultFailure>
  'account.open': Answer<Opened, Failure<'accountNotFound' | 'damaged'> | DiskFailure | VaultFailure>
  'account.edit': Answer<Edited, Failure<'accountNotFound' | 'damaged'> | (Failure<'refused'> & EditRefused) | DiskFailure | VaultFailure>
  'account.conflicts': Answer<readonly Conflict[], Failure<'accountNotFound' | 'damaged'> | DiskFailure | VaultFailure>
  'account.showFile': Answer<void, Failure<'accountNotFound'> | DiskFailure | VaultFailure>
  'account.exportRaw': Answer<SavedFile | null, Failure<'accountNotFound'> | DiskFailure | VaultFailure>
  'brief.preview': Answer<{ readonly html: string; readonly leftOut: number }, Failure<'accountNotFound' | 'damaged'> | DiskFailure | VaultFailure>
  'brief.export': Answer<SavedFile | null, Failure<'accountNotFound' | 'damaged' | 'notPrinted'> | DiskFailure | VaultFailure>
  'file.show': Answer<void, Failure<'noSuchToken'>>
  'sync.status': Answer<SyncStatus, never>
  'sync.now': Answer<SyncStatus, VaultFailure>
  'sync.publish': Answer<SyncStatus, OpenFailure | VaultFailure>
  'sync.leave': Answer<SyncStatus, VaultFailure | DiskFailure>
  'settings.change': Answer<Settings, DiskFailure>
  'log.bug': Answer<void, never>
}

export type Answer<T, F> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: F }
export type CommandAnswer<Name extends CommandName> = Answers[Name]
export type CommandFailure<Name extends CommandName> = Extract<Answers[Name], { ok: false }>['error']
export type CommandHandlers = { readonly [Name in CommandName]: (input: CommandInput<Name>) => Promise<CommandAnswer<Name>> }

/** What main announces. Events tell, they do not steer. */
export interface EventPayloads {
  'account.changed': { readonly accountId: string; readonly revision: number; readonly patches: readonly Patch[]; readonly origin: 'here' | 'team' }
  'account.conflicted': { readonly accountId: string; readonly count: number }
  'account.rows': { readonly rows: readonly AccountRow[] }
  /** The account files of the member's folder cannot be written; the work itself is safe in the workspace. */
  'files.problem': { readonly message: string }
  'workspace.changed': { readonly workspace: WorkspaceInfo | null }
  'settings.changed': Settings
  'sync.status': SyncStatus
  'day.changed': { readonly today: string }
  /** A menu entry or accelerator of the application asked for something the window does. */
  'menu.chosen': { readonly entry: 'undo' | 'redo' | 'palette' | 'settings' }
}
export type EventName = keyof EventPayloads

/** What the preload gives to the page; the only thing from outside the renderer can reach. */
export interface DesktopBridge {
  invoke<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandAnswer<Name>>
  subscribe<Name extends EventName>(name: Name, listener: (payload: EventPayloads[Name]) => void): () => void
}

export const commandChannel = 'plumbline:command'
export const eventChannel = 'plumbline:event'
/** What a bug in a command comes back as: the window shows the error screen. */
export const bugMarker = 'plumbline-bug'
