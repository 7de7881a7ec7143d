import { z } from 'zod'
import { Token, type Answer, type Failure, type SavedFile } from './common'

export const fileInputs = {
  /** Asks the member for a folder; files and folders cross only as tokens. */
  'folder.choose': z.strictObject({ purpose: z.enum(['teamFolder', 'accountFolder']) }),
  /** Asks the member for a file to open. */
  'file.choose': z.strictObject({ purpose: z.enum(['accountFile']) }),
  /** The file the app was started with, once; what is opened later is announced. */
  'file.takeOpened': z.strictObject({}),
  'file.show': z.strictObject({ file: Token }),
} as const

export interface FileAnswers {
  'folder.choose': Answer<{ readonly token: string; readonly path: string } | null, never>
  'file.choose': Answer<SavedFile | null, never>
  'file.takeOpened': Answer<SavedFile | null, never>
  'file.show': Answer<void, Failure<'noSuchToken'>>
}

export interface FileEvents {
  /** The member opened an account file in the file manager. */
  'file.opened': { readonly file: SavedFile }
}
