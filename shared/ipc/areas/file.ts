import { z } from 'zod'
import { Token, type Answer, type Failure } from './common'

export const fileInputs = {
  /** Asks the member for a folder; files and folders cross only as tokens. */
  'folder.choose': z.strictObject({ purpose: z.enum(['teamFolder', 'accountFolder']) }),
  'file.show': z.strictObject({ file: Token }),
} as const

export interface FileAnswers {
  'folder.choose': Answer<{ readonly token: string; readonly path: string } | null, never>
  'file.show': Answer<void, Failure<'noSuchToken'>>
}
