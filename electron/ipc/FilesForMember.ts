import { basename, join } from 'node:path'
import { err, ok } from '#shared/base/Result'
import type { CommandAnswer, CommandFailure, Failure } from '#shared/ipc/contract'
import { diskFailure } from '../accounts/accountFailures'
import type { Disk } from '../platform/Disk'
import { replaceFile } from '../platform/replaceFile'
import type { Dialogs } from '../windows/Dialogs'
import type { CurrentWorkspace } from './CurrentWorkspace'
import type { FileTokens } from './FileTokens'

export interface FilesForMemberParts {
  readonly current: CurrentWorkspace
  readonly dialogs: Pick<Dialogs, 'chooseSavePlace' | 'showInFolder'>
  readonly tokens: FileTokens
  readonly disk: Disk
  /** Where a save dialog starts. */
  readonly folder: string
}

const noSuchFile: Failure<'noSuchToken'> = { kind: 'noSuchToken', message: 'This file was saved before Plumbline was last started. Look for it in the folder you chose.' }

const noLongerChosen: Failure<'noSuchToken'> = { kind: 'noSuchToken', message: 'This file was chosen before Plumbline was last started. Choose it again.' }

/** Hands files to the member: shows them in the file manager, or writes them where they say. */
export class FilesForMember {
  constructor(private readonly parts: FilesForMemberParts) {}

  showAccountFile(accountId: string): Promise<CommandAnswer<'account.showFile'>> {
    return this.parts.current.withAccounts(async (accounts): Promise<CommandAnswer<'account.showFile'>> => {
      const path = await accounts.accountFilePath(accountId)
      return path.ok ? ok(this.parts.dialogs.showInFolder(path.value)) : err(asFileFailure(path.error))
    })
  }

  exportRaw(accountId: string): Promise<CommandAnswer<'account.exportRaw'>> {
    const { current, dialogs, tokens, disk, folder } = this.parts
    return current.withAccounts(async (accounts): Promise<CommandAnswer<'account.exportRaw'>> => {
      const bytes = await accounts.exportRaw(accountId)
      if (!bytes.ok) return err(asFileFailure(bytes.error))
      const path = await dialogs.chooseSavePlace({
        title: 'Save everything this account holds',
        proposal: join(folder, `${accountId.slice(0, 6)}.account`),
        kind: { name: 'Account file', extension: 'account' },
      })
      if (path === null) return ok(null)
      const written = await replaceFile(disk, path, bytes.value)
      return written.ok ? ok(tokens.forFile(path)) : err(diskFailure(written.error, 'The account file could not be written'))
    })
  }

  inspectAccountFile(token: string): Promise<CommandAnswer<'account.inspectFile'>> {
    return this.parts.current.withAccounts(async (accounts): Promise<CommandAnswer<'account.inspectFile'>> => {
      const path = this.parts.tokens.path('file', token)
      if (path === null) return err(noLongerChosen)
      const preview = await accounts.inspectFile(path)
      return preview.ok ? ok({ file: { token, name: basename(path) }, ...preview.value }) : preview
    })
  }

  mergeAccountFile(token: string, sha256: string): Promise<CommandAnswer<'account.mergeFile'>> {
    return this.parts.current.withAccounts(async (accounts): Promise<CommandAnswer<'account.mergeFile'>> => {
      const path = this.parts.tokens.path('file', token)
      return path === null ? err(noLongerChosen) : accounts.mergeFile(path, sha256)
    })
  }

  show(token: string): CommandAnswer<'file.show'> {
    const path = this.parts.tokens.path('file', token)
    return path === null ? err(noSuchFile) : ok(this.parts.dialogs.showInFolder(path))
  }
}

/** Where it is the file that is wanted, an account that cannot be read is one more way for a file not to be had. */
function asFileFailure({ kind, message }: CommandFailure<'account.conflicts'>): CommandFailure<'account.showFile'> {
  return { kind: kind === 'damaged' ? 'diskError' : kind, message }
}
