import { z } from 'zod'
import { MemberName, type Answer, type DiskFailure, type Failure } from './common'
import type { WorkspaceInfo } from './workspace'

const Theme = z.enum(['system', 'light', 'dark'])
/** `auto`: one criterion at a time where the window is narrow, else the table. */
const Density = z.enum(['auto', 'guided', 'table'])

export const appInputs = {
  /** What the window needs to draw its first frame. */
  'app.start': z.strictObject({}),
  'settings.change': z.strictObject({ theme: Theme.optional(), memberName: MemberName.optional(), singleKeys: z.boolean().optional(), density: Density.optional() }),
  /** Shows a page of the web, for example where a value comes from, in the member's browser. */
  'link.open': z.strictObject({ address: z.string() }),
  /** The window met a bug; only its place and kind are noted, no words of an account. */
  'log.bug': z.strictObject({ where: z.string().regex(/^[A-Za-z0-9_.-]{1,80}$/), name: z.string().regex(/^[A-Za-z0-9_.-]{1,80}$/) }),
} as const

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
  /** Whether keys without Ctrl or Alt do something outside fields; speech input presses them by accident. */
  readonly singleKeys: boolean
  /** How a comparison is filled in and looked at. */
  readonly density: z.infer<typeof Density>
}

export interface AppAnswers {
  'app.start': Answer<StartInfo, never>
  'settings.change': Answer<Settings, DiskFailure>
  'link.open': Answer<void, Failure<'notAWebAddress' | 'noBrowser'>>
  'log.bug': Answer<void, never>
}

export interface AppEvents {
  'settings.changed': Settings
  'day.changed': { readonly today: string }
  /** A menu entry or accelerator of the application asked for something the window does. */
  'menu.chosen': { readonly entry: 'undo' | 'redo' | 'palette' | 'settings' }
}
