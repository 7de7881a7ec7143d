import type { z } from 'zod'
import { accountInputs, type AccountAnswers, type AccountEvents } from './areas/account'
import { appInputs, type AppAnswers, type AppEvents } from './areas/app'
import { briefInputs, type BriefAnswers } from './areas/brief'
import { buyerInputs, type BuyerAnswers } from './areas/buyer'
import { fileInputs, type FileAnswers, type FileEvents } from './areas/file'
import { intakeInputs, type IntakeAnswers, type IntakeEvents } from './areas/intake'
import { searchInputs, type SearchAnswers } from './areas/search'
import { syncInputs, type SyncAnswers, type SyncEvents } from './areas/sync'
import type { SavedFile } from './areas/common'
import { workspaceInputs, type WorkspaceAnswers, type WorkspaceEvents } from './areas/workspace'

export type {
  AccountFilePreview,
  AccountPage,
  AccountProgress,
  ChangedSince,
  Collision,
  Conflict,
  Edited,
  HistoryRow,
  HistoryRows,
  MergedFile,
  Opened,
} from './areas/account'
export type { Settings, StartInfo } from './areas/app'
export type { ShownToBuyer } from './areas/buyer'
export type { Answer, Failure, SavedFile } from './areas/common'
export type { ChosenList, IntakeDone, IntakePreview } from './areas/intake'
export type { Found, FoundSoFar } from './areas/search'
export type { DeviceHealth, PackHealth, RoundHealth, SyncHealth, SyncStatus } from './areas/sync'
export type { SeveralTeams, WorkspaceInfo } from './areas/workspace'

/**
 * Every command the main window may give, one file an area. Main parses the input; the answer is typed
 * and not parsed again. A command answers a Result: what can happen is a failure with a `kind`, a throw is a bug.
 */
export const commandInputs = { ...appInputs, ...workspaceInputs, ...accountInputs, ...fileInputs, ...briefInputs, ...buyerInputs, ...syncInputs, ...intakeInputs, ...searchInputs } as const

export type CommandName = keyof typeof commandInputs
export type CommandInput<Name extends CommandName> = z.infer<(typeof commandInputs)[Name]>

interface Answers extends AppAnswers, WorkspaceAnswers, AccountAnswers, FileAnswers, BriefAnswers, BuyerAnswers, SyncAnswers, IntakeAnswers, SearchAnswers {}

export type CommandAnswer<Name extends CommandName> = Answers[Name]
export type CommandFailure<Name extends CommandName> = Extract<Answers[Name], { ok: false }>['error']
export type CommandHandlers = { readonly [Name in CommandName]: (input: CommandInput<Name>) => Promise<CommandAnswer<Name>> }

/** What main announces. Events tell, they do not steer. */
export interface EventPayloads extends AppEvents, WorkspaceEvents, AccountEvents, FileEvents, SyncEvents, IntakeEvents {}
export type EventName = keyof EventPayloads

/** What the preload gives to the page; the only thing from outside the renderer can reach. */
export interface DesktopBridge {
  invoke<Name extends CommandName>(name: Name, input: CommandInput<Name>): Promise<CommandAnswer<Name>>
  subscribe<Name extends EventName>(name: Name, listener: (payload: EventPayloads[Name]) => void): () => void
  /** Stands for a file that was dropped on the window; null for what is no file on this laptop. `dropped` is a `File` of the browser. */
  fileFor(dropped: object): Promise<SavedFile | null>
}

export const commandChannel = 'plumbline:command'
export const droppedChannel = 'plumbline:dropped'
export const eventChannel = 'plumbline:event'
/** What a bug in a command comes back as: the window shows the error screen. */
export const bugMarker = 'plumbline-bug'
