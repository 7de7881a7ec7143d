import { basename } from 'node:path'
import type { Patch } from '#shared/base/jsonPatch'
import { err, ok, type Result } from '#shared/base/Result'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import type { SearchWords } from '#shared/domain/find/wordsOfAccount'
import type { AccountFilePreview, MergedFile } from '#shared/ipc/contract'
import { sayFacts } from '#shared/text/history/sayHistory'
import type { DocumentProblem, MergePreview } from '../documents/DocumentClient'
import type { Disk } from '../platform/Disk'
import { readFailure, storeFailure, type ReadProblem } from './accountFailures'
import { sayCollisions } from './collisionWords'
import type { OpenDocuments } from './OpenDocuments'
import { damagedFile, fileTooLarge, readAccountFile, type FileFailure, type ReadAccountFile } from './readAccountFile'

export interface FileMergerWorld {
  readonly disk: Disk
  readonly documents: OpenDocuments
  readonly workspaceId: string
  readonly exists: (accountId: string) => boolean
  /** Runs a job about one account after those before it. */
  readonly inTurn: <T>(accountId: string, job: () => Promise<T>) => Promise<T>
  readonly onMerged: (accountId: string, merged: { readonly patches: readonly Patch[]; readonly row: AccountRow; readonly words: readonly SearchWords[] | null }) => void
}

/** What a file holds; without the token by which the window knows it. */
export type FilePreview = Omit<AccountFilePreview, 'file'>

/** So many sentences are read before something is taken in. */
const previewSentences = 40

/**
 * Takes account files in: from a colleague, a stick, a mail. A file is looked at first; its changes then go into the
 * vault as they are, under the names of those who made them. Never believes a file: what cannot be read, contradicts the
 * account it claims to be, or has nothing in common with it is refused whole.
 */
export class FileMerger {
  constructor(private readonly world: FileMergerWorld) {}

  async inspect(path: string): Promise<Result<FilePreview, FileFailure>> {
    const file = await readAccountFile(this.world.disk, path)
    if (!file.ok) return file
    const { accountId } = file.value.header
    return this.world.inTurn(accountId, async () => {
      const isNew = !this.world.exists(accountId)
      const preview = await this.#preview(basename(path), file.value, isNew)
      if (isNew) await this.world.documents.drop(accountId)
      return preview.ok ? ok(this.#describe(file.value, preview.value, isNew)) : preview
    })
  }

  /** One event, one append: all of the file's changes or none. */
  async merge(path: string, sha256: string): Promise<Result<MergedFile, FileFailure>> {
    const file = await readAccountFile(this.world.disk, path)
    if (!file.ok) return file
    if (file.value.sha256 !== sha256) return err({ kind: 'fileChanged', message: `${basename(path)} has changed since you looked at it. Open it again.` })
    const { accountId } = file.value.header
    return this.world.inTurn(accountId, () => this.#merge(basename(path), file.value))
  }

  async #merge(name: string, file: ReadAccountFile): Promise<Result<MergedFile, FileFailure>> {
    const { documents, exists, onMerged } = this.world
    const { accountId } = file.header
    const isNew = !exists(accountId)
    const preview = await this.#preview(name, file, isNew)
    if (!preview.ok) return preview
    const { changes, newChanges } = preview.value
    if (changes.length > 0) {
      const stored = await documents.store(accountId, changes)
      if (!stored.ok) return err(stored.error.kind === 'tooLarge' ? fileTooLarge(name, stored.error.bytes) : storeFailure(stored.error))
    }
    const applied = await documents.ask(accountId, (client) => client.apply(accountId, changes))
    if (!applied.ok) return err(readFailure(applied.error))
    if (changes.length > 0) onMerged(accountId, applied.value)
    return ok({ accountId, isNew, newChanges, collisions: applied.value.row.conflicts })
  }

  async #preview(name: string, { header, document }: ReadAccountFile, isNew: boolean): Promise<Result<MergePreview, FileFailure>> {
    const { documents } = this.world
    const { accountId } = header
    if (isNew) {
      const opened = await documents.openNew(accountId)
      if (!opened.ok) return err(readFailure(opened.error))
    }
    const found = await documents.tryOut(accountId, (client) => client.preview(accountId, document))
    if (!found.ok) return err(isReadProblem(found.error) ? readFailure(found.error) : damagedFile(name))
    if (found.value === null || (isNew && found.value.newChanges === 0)) return err(damagedFile(name))
    if (!isNew && found.value.known === 0) {
      return err({ kind: 'otherAccount', message: `${name} claims to be an account of this workspace but has nothing in common with it. Nothing was taken from it.` })
    }
    return ok(found.value)
  }

  #describe({ header, sha256 }: ReadAccountFile, preview: MergePreview, isNew: boolean): FilePreview {
    const { newChanges, notInFile, authors, facts, after, conflicts } = preview
    return {
      sha256,
      accountId: header.accountId,
      // What counts is inside; the header's name is what it was called when it was saved.
      name: after.profile.name || header.name.slice(0, longestName),
      savedAt: header.savedAt.slice(0, longestName),
      kind: isNew ? 'new' : newChanges === 0 ? 'nothingNew' : 'merge',
      isSample: after.profile.sample,
      isOfThisWorkspace: header.workspaceId === this.world.workspaceId,
      newChanges,
      changesNotInFile: isNew ? 0 : notInFile,
      authors: authors.slice(0, mostAuthors).map((author) => author.slice(0, longestName)),
      ...sayFacts(after, facts, previewSentences),
      collisions: sayCollisions(after, conflicts),
    }
  }
}

/** What the documents make of the bytes of the file is the file's fault. */
function isReadProblem(problem: DocumentProblem | ReadProblem): problem is ReadProblem {
  return problem.kind !== 'notOpen' && problem.kind !== 'processGone' && !(problem.kind === 'damaged' && !('file' in problem))
}

const longestName = 120
const mostAuthors = 50
