import { unreachable } from '#shared/base/unreachable'
import type { Result } from '#shared/base/Result'

/** Why the file system refused, in the words the app can act on. */
export type DiskProblem =
  | { readonly kind: 'diskFull' }
  | { readonly kind: 'readOnly' }
  | { readonly kind: 'missing' }
  | { readonly kind: 'noAccess' }
  | { readonly kind: 'other'; readonly code: string }

export type DiskResult<T> = Promise<Result<T, DiskProblem>>

export type EntryKind = 'file' | 'directory' | 'other'

export interface DirectoryEntry {
  readonly name: string
  readonly kind: EntryKind
}

export interface FileStat {
  readonly kind: EntryKind
  readonly size: number
}

/** A file open for writing. Every call names the place it writes to, so a retry never moves the end of the file. */
export interface DiskFile {
  /** Writes all the bytes at `position`, or fails; after a failure some of them may be there. */
  write(bytes: Uint8Array, position: number): DiskResult<void>
  /** Returns once content and size are on the medium. */
  sync(): DiskResult<void>
  /** As `sync`, without times and other attributes that nobody needs to read the content back. */
  syncData(): DiskResult<void>
  truncate(length: number): DiskResult<void>
  close(): DiskResult<void>
}

/**
 * The file system as the app uses it. Answers refusals as values; nothing here retries or interprets content.
 * Paths are those of the platform; folders are made and flushed explicitly, because a name is only durable once
 * the folder that holds it has been flushed.
 */
export interface Disk {
  /** Creates the file; fails with `other EEXIST` when it is there (see `isAlreadyThere`). */
  createFile(path: string): DiskResult<DiskFile>
  /** Opens an existing file for writing. */
  openFile(path: string): DiskResult<DiskFile>
  readFile(path: string): DiskResult<Uint8Array>
  /** Answers fewer bytes than asked where the file ends earlier. */
  readRange(path: string, offset: number, length: number): DiskResult<Uint8Array>
  readDirectory(path: string): DiskResult<readonly DirectoryEntry[]>
  /** Replaces the target if it exists. */
  rename(from: string, to: string): DiskResult<void>
  unlink(path: string): DiskResult<void>
  makeDirectory(path: string): DiskResult<void>
  stat(path: string): DiskResult<FileStat>
  /** Makes the names in a folder durable. Does nothing where the platform has no such call (Windows). */
  syncDirectory(path: string): DiskResult<void>
  /** A name for a file that is being written; cloud folders skip the ending, readers of ours never take it. */
  temporaryName(): string
}

/** True when a file or folder could not be made because something has that name already. */
export function isAlreadyThere(problem: DiskProblem): boolean {
  return problem.kind === 'other' && problem.code === 'EEXIST'
}

/** Sorts the error code of a system call into what the app can act on. */
export function diskProblemFromCode(code: string): DiskProblem {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return { kind: 'diskFull' }
    case 'EROFS':
      return { kind: 'readOnly' }
    case 'ENOENT':
      return { kind: 'missing' }
    case 'EACCES':
    case 'EPERM':
      return { kind: 'noAccess' }
    default:
      return { kind: 'other', code }
  }
}

/** A problem as one token, for the log. */
export function diskProblemCode(problem: DiskProblem): string {
  switch (problem.kind) {
    case 'diskFull':
    case 'readOnly':
    case 'missing':
    case 'noAccess':
      return problem.kind
    case 'other':
      return problem.code
    default:
      return unreachable(problem)
  }
}
