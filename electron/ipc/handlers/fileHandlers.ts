import { ok } from '#shared/base/Result'
import type { Dialogs } from '../../windows/Dialogs'
import type { FilesForMember } from '../FilesForMember'
import type { FileTokens } from '../FileTokens'
import type { HandlersFor } from '../HandlersFor'
import type { OpenedFiles } from '../OpenedFiles'

export interface FileHandlerParts {
  readonly files: FilesForMember
  readonly dialogs: Pick<Dialogs, 'chooseFolder' | 'chooseAccountFile'>
  readonly tokens: FileTokens
  readonly opened: OpenedFiles
}

export const createFileHandlers = ({ files, dialogs, tokens, opened }: FileHandlerParts): HandlersFor<'file' | 'folder'> => ({
  'file.show': async ({ file }) => files.show(file),
  'file.choose': async () => {
    const path = await dialogs.chooseAccountFile()
    return ok(path === null ? null : tokens.forFile(path))
  },
  'file.takeOpened': async () => {
    const path = opened.take()
    return ok(path === null ? null : tokens.forFile(path))
  },
  'folder.choose': async ({ purpose }) => {
    const path = await dialogs.chooseFolder(purpose)
    return ok(path === null ? null : { token: tokens.forFolder(path), path })
  },
})
