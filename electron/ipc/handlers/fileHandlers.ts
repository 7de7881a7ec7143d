import { ok } from '#shared/base/Result'
import type { Dialogs } from '../../windows/Dialogs'
import type { FilesForMember } from '../FilesForMember'
import type { FileTokens } from '../FileTokens'
import type { HandlersFor } from '../HandlersFor'

export const createFileHandlers = (files: FilesForMember, dialogs: Dialogs, tokens: FileTokens): HandlersFor<'file' | 'folder'> => ({
  'file.show': async ({ file }) => files.show(file),
  'folder.choose': async ({ purpose }) => {
    const path = await dialogs.chooseFolder(purpose)
    return ok(path === null ? null : { token: tokens.forFolder(path), path })
  },
})
