import { basename } from 'node:path'
import { err, ok, type Result } from '#shared/base/Result'
import { unreachable } from '#shared/base/unreachable'
import type { CommandFailure } from '#shared/ipc/contract'
import { formatBytes } from '#shared/text/format'
import type { Disk } from '../platform/Disk'
import { decodeAccountFile, type AccountFileContent, type AccountFileUnreadable } from '../vault/accountFileBytes'
import { sha256Hex } from '../vault/sha256'
import { diskFailure } from './accountFailures'

export type FileFailure = CommandFailure<'account.mergeFile'>

export interface ReadAccountFile extends AccountFileContent {
  readonly sha256: string
}

/** An account of ten thousand changes has a few hundred KB; what is larger than this is no account. */
export const largestAccountFile = 32 * 1024 * 1024

/** Reads a file from anywhere. Nothing in it is believed but what its own hash holds together. */
export async function readAccountFile(disk: Disk, path: string): Promise<Result<ReadAccountFile, FileFailure>> {
  const stat = await disk.stat(path)
  if (!stat.ok) return err(diskFailure(stat.error, `${basename(path)} could not be read`))
  if (stat.value.kind !== 'file') return err({ kind: 'notAnAccountFile', message: `${basename(path)} is not a file. Choose a file that ends in .account.` })
  if (stat.value.size > largestAccountFile) return err(fileTooLarge(basename(path), stat.value.size))
  const bytes = await disk.readFile(path)
  if (!bytes.ok) return err(diskFailure(bytes.error, `${basename(path)} could not be read`))
  return parseAccountFile(basename(path), bytes.value)
}

/** What the bytes of a file are, or why they are no account. */
export function parseAccountFile(name: string, bytes: Uint8Array): Result<ReadAccountFile, FileFailure> {
  if (bytes.length > largestAccountFile) return err(fileTooLarge(name, bytes.length))
  const content = decodeAccountFile(bytes)
  return content.ok ? ok({ ...content.value, sha256: sha256Hex(bytes) }) : err(unreadable(name, content.error))
}

export function damagedFile(name: string): FileFailure {
  return { kind: 'damagedFile', message: `${name} is damaged and nothing was taken from it. Ask for the file again, or copy it again from where it came.` }
}

export function fileTooLarge(name: string, bytes: number): FileFailure {
  return { kind: 'fileTooLarge', message: `${name} is too large for an account (${formatBytes(bytes)}; the most is ${formatBytes(largestAccountFile)}). Nothing was taken from it.` }
}

function unreadable(name: string, problem: AccountFileUnreadable): FileFailure {
  switch (problem.kind) {
    case 'notAnAccountFile':
      return { kind: 'notAnAccountFile', message: `${name} is not an account file. Choose a file that Plumbline has saved; it ends in .account.` }
    case 'newerFormat':
      return { kind: 'newerFile', message: `${name} was saved by a newer version of Plumbline. Update Plumbline to open it; the file stays as it is.` }
    case 'damaged':
      return damagedFile(name)
    default:
      return unreachable(problem)
  }
}
