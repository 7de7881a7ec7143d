import { basename, join } from 'node:path'
import { err, ok, type Result } from '#shared/base/Result'
import type { Disk, DiskProblem, DiskResult } from '../platform/Disk'
import { replaceFile } from '../platform/replaceFile'
import { decodeAccountFile } from '../vault/accountFileBytes'
import { sha256Hex } from '../vault/sha256'
import { accountFileName } from './accountFileName'
import type { Fingerprint } from './fingerprint'
import type { WrittenFile } from './index/IndexEntry'

export interface AccountFileJob {
  readonly folder: string
  readonly accountId: string
  readonly name: string
  readonly bytes: Uint8Array
  readonly fingerprint: Fingerprint
  readonly before: WrittenFile | null
  readonly today: string
}

export interface FileWorld {
  readonly disk: Disk
  /** True where everything in a saved document of this account is in the workspace already. */
  readonly knowsAll: (accountId: string, document: Uint8Array) => Promise<boolean>
  /** True for another account of this workspace. */
  readonly isAccount: (accountId: string) => boolean
}

export interface PlacedFile {
  readonly file: WrittenFile
  /** Another file that stood there and holds what the workspace does not: it got this name. */
  readonly setAside: string | null
}

/**
 * Puts an account file in place. What a member put there in the meantime (a copy from a colleague, say)
 * is never written over: it keeps its content under another name. After a new name the old file goes,
 * if it is the one that was written last.
 */
export async function placeAccountFile(world: FileWorld, job: AccountFileJob): Promise<Result<PlacedFile, DiskProblem>> {
  const { folder, accountId, bytes, before } = job
  const name = await freeName(world, job)
  if (!name.ok) return name
  const path = join(folder, name.value)
  const file: WrittenFile = { name: name.value, sha256: sha256Hex(bytes), fingerprint: job.fingerprint }
  const existing = await readIfThere(world.disk, path)
  if (!existing.ok) return existing
  let setAside: string | null = null
  if (existing.value && !(await mayGo(world, accountId, existing.value, before?.name === name.value ? before : null))) {
    const moved = await moveAside(world.disk, path, job.today)
    if (!moved.ok) return moved
    setAside = moved.value
  }
  const written = await replaceFile(world.disk, path, bytes)
  if (!written.ok) return written
  if (before && before.name !== file.name) await removeOwn(world.disk, join(folder, before.name), before)
  return ok({ file, setAside })
}

/** The short name, unless another account of this workspace has it. */
async function freeName({ disk, isAccount }: FileWorld, { folder, name, accountId }: AccountFileJob): Promise<Result<string, DiskProblem>> {
  const short = accountFileName(name, accountId)
  const existing = await readIfThere(disk, join(folder, short))
  if (!existing.ok) return existing
  const found = existing.value ? decodeAccountFile(existing.value) : null
  const isTaken = found?.ok === true && found.value.header.accountId !== accountId && isAccount(found.value.header.accountId)
  return ok(isTaken ? accountFileName(name, accountId, accountId.length) : short)
}

async function mayGo(world: FileWorld, accountId: string, bytes: Uint8Array, written: WrittenFile | null): Promise<boolean> {
  if (written && sha256Hex(bytes) === written.sha256) return true
  const found = decodeAccountFile(bytes)
  return found.ok && found.value.header.accountId === accountId && world.knowsAll(accountId, found.value.document)
}

async function moveAside(disk: Disk, path: string, today: string): DiskResult<string> {
  for (let number = 1; ; number++) {
    const beside = path.replace(/\.account$/, ` (found ${today}${number === 1 ? '' : ` ${number}`}).account`)
    const taken = await disk.stat(beside)
    if (taken.ok) continue
    if (taken.error.kind !== 'missing') return taken
    const moved = await disk.rename(path, beside)
    return moved.ok ? ok(basename(beside)) : moved
  }
}

async function removeOwn(disk: Disk, path: string, written: WrittenFile): Promise<void> {
  const found = await disk.readFile(path)
  // A file that stays here by mistake costs nothing; one that goes by mistake may be somebody's only copy.
  if (found.ok && sha256Hex(found.value) === written.sha256) await disk.unlink(path)
}

async function readIfThere(disk: Disk, path: string): DiskResult<Uint8Array | null> {
  const found = await disk.readFile(path)
  if (found.ok) return found
  return found.error.kind === 'missing' ? ok(null) : err(found.error)
}
