import { join } from 'node:path'
import { isId } from '#shared/base/Id'
import { err, ok, type Result } from '#shared/base/Result'
import { isAlreadyThere, type Disk, type DiskProblem } from '../../platform/Disk'
import { replaceFile } from '../../platform/replaceFile'
import type { Remote, RemotePack, RemoteProblem, RemoteWatch, SpaceFile } from '../Remote'
import { bucketName, bucketOf, packName, parseBucketName, parsePackName } from '../../vault/packName'
import { readSpaceFile, spaceFileBytes, spaceFileLimit } from '../spaceFile'
import { FolderWatch } from './FolderWatch'

/** The folder of ours inside a team folder; the number is the version of the layout. */
export const teamFolderName = 'plumbline-v1'

/** A pack is sealed at a fraction of this; a bigger file is not ours and is not read into memory. */
const packFileLimit = 64 * 1024 * 1024

/** Network folders tell in many ways that they are away. */
const awayCodes: ReadonlySet<string> = new Set([
  'ENODEV', 'ENXIO', 'ENOTCONN', 'ESTALE', 'EHOSTDOWN', 'EHOSTUNREACH', 'ENETDOWN', 'ENETUNREACH', 'ETIMEDOUT', 'ECONNRESET', 'EIO', 'EREMOTEIO',
])
/**
 * Packs in a plain folder that something else carries to the other laptops: a network share, the
 * folder of a cloud drive, a stick. Writes beside and renames; never makes the root.
 */
export class FolderRemote implements Remote {
  private readonly base: string
  private readonly spaceFolder: string

  constructor(
    private readonly disk: Disk,
    private readonly root: string,
    private readonly spaceId: string,
  ) {
    this.base = join(root, teamFolderName)
    this.spaceFolder = join(this.base, spaceId)
  }

  async readSpace(): Promise<Result<SpaceFile | null, RemoteProblem>> {
    const space = await readSpaceIn(this.disk, this.base, this.spaceId)
    if (!space.ok || space.value) return space
    const rootProblem = await this.problemOfRoot()
    if (rootProblem) return err(rootProblem)
    const own = await this.disk.stat(this.spaceFolder)
    if (own.ok) return ok(null)
    const others = await listSpaces(this.disk, this.root)
    if (!others.ok) return others
    const [other] = others.value
    return other ? err({ kind: 'otherSpace', found: other.name }) : ok(null)
  }

  async writeSpace(space: SpaceFile): Promise<Result<SpaceFile, RemoteProblem>> {
    const present = await readSpaceIn(this.disk, this.base, this.spaceId)
    if (!present.ok) return present
    if (present.value) return ok(present.value)
    const folder = await this.makeFolders(this.root, [teamFolderName, this.spaceId])
    if (!folder.ok) return folder
    const written = await replaceFile(this.disk, join(folder.value, 'space.json'), spaceFileBytes(space))
    if (!written.ok) return err(remoteProblem(written.error))
    const standing = await readSpaceIn(this.disk, this.base, this.spaceId)
    if (!standing.ok) return standing
    return standing.value ? ok(standing.value) : err({ kind: 'offline' })
  }

  async listDevices(): Promise<Result<readonly string[], RemoteProblem>> {
    const names = await this.list(['d'], 'directory')
    return names.ok ? ok(names.value.filter(isId).sort()) : names
  }

  async listBuckets(deviceId: string): Promise<Result<readonly number[], RemoteProblem>> {
    const names = await this.list(['d', deviceId], 'directory')
    if (!names.ok) return names
    return ok(names.value.flatMap((name) => parseBucketName(name) ?? []).sort((a, b) => a - b))
  }

  async listPacks(deviceId: string, bucket: number): Promise<Result<readonly RemotePack[], RemoteProblem>> {
    const names = await this.list(['d', deviceId, bucketName(bucket)], 'file')
    if (!names.ok) return names
    const packs = names.value.flatMap((name) => parsePackName(name) ?? []).filter((pack) => bucketOf(pack.seq) === bucket)
    return ok(packs.sort((a, b) => a.seq - b.seq || (a.sha < b.sha ? -1 : 1)))
  }

  async getPack(deviceId: string, pack: RemotePack): Promise<Result<Uint8Array, RemoteProblem>> {
    const path = this.packPath(deviceId, pack)
    const stat = await this.disk.stat(path)
    if (stat.ok && (stat.value.kind !== 'file' || stat.value.size > packFileLimit)) return err({ kind: 'damaged', what: packName(pack) })
    const bytes = stat.ok ? await this.disk.readFile(path) : stat
    if (bytes.ok) return bytes
    if (bytes.error.kind !== 'missing') return err(remoteProblem(bytes.error))
    return err((await this.problemOfRoot()) ?? { kind: 'damaged', what: packName(pack) })
  }

  async putPack(deviceId: string, pack: RemotePack, bytes: Uint8Array): Promise<Result<void, RemoteProblem>> {
    if (await this.isInPlace(deviceId, pack, bytes)) return ok()
    const folder = await this.makeFolders(this.spaceFolder, ['d', deviceId, bucketName(bucketOf(pack.seq))])
    if (!folder.ok) return folder
    const written = await replaceFile(this.disk, join(folder.value, packName(pack)), bytes)
    return written.ok ? written : err(remoteProblem(written.error))
  }

  /** Under its very name: where spellings count as one, a file in capitals is found and yet no reader takes it for a pack. */
  private async isInPlace(deviceId: string, pack: RemotePack, bytes: Uint8Array): Promise<boolean> {
    const path = this.packPath(deviceId, pack)
    const stat = await this.disk.stat(path)
    if (!stat.ok || stat.value.size !== bytes.length) return false
    const present = await this.disk.readFile(path)
    if (!present.ok || Buffer.compare(present.value, bytes) !== 0) return false
    const listed = await this.listPacks(deviceId, bucketOf(pack.seq))
    return listed.ok && listed.value.some(({ seq, sha }) => seq === pack.seq && sha === pack.sha)
  }

  async deletePack(deviceId: string, pack: RemotePack): Promise<Result<void, RemoteProblem>> {
    const deleted = await this.disk.unlink(this.packPath(deviceId, pack))
    if (!deleted.ok && deleted.error.kind !== 'missing') return err(remoteProblem(deleted.error))
    const rootProblem = deleted.ok ? null : await this.problemOfRoot()
    return rootProblem ? err(rootProblem) : ok()
  }

  watch(onChange: () => void): RemoteWatch {
    return new FolderWatch(join(this.spaceFolder, 'd'), onChange)
  }

  private packPath(deviceId: string, pack: RemotePack): string {
    return join(this.spaceFolder, 'd', deviceId, bucketName(bucketOf(pack.seq)), packName(pack))
  }

  /** Names in a folder of the space; a folder that is not there yet is an empty one, unless the root is away. */
  private async list(parts: readonly string[], kind: 'file' | 'directory'): Promise<Result<readonly string[], RemoteProblem>> {
    const entries = await this.disk.readDirectory(join(this.spaceFolder, ...parts))
    if (entries.ok) return ok(entries.value.filter((entry) => entry.kind === kind).map((entry) => entry.name))
    if (entries.error.kind !== 'missing') return err(remoteProblem(entries.error))
    const rootProblem = await this.problemOfRoot()
    return rootProblem ? err(rootProblem) : ok([])
  }

  private async problemOfRoot(): Promise<RemoteProblem | null> {
    const stat = await this.disk.stat(this.root)
    if (!stat.ok) return remoteProblem(stat.error)
    return stat.value.kind === 'directory' ? null : { kind: 'other', code: 'ENOTDIR' }
  }

  /** Makes folders one below the other; the one they start in must be there, or the remote is away. */
  private async makeFolders(start: string, names: readonly string[]): Promise<Result<string, RemoteProblem>> {
    let folder = start
    for (const name of names) {
      const parent = folder
      folder = join(parent, name)
      const stat = await this.disk.stat(folder)
      if (stat.ok && stat.value.kind === 'directory') continue
      const made = await this.disk.makeDirectory(folder)
      if (!made.ok && !(isAlreadyThere(made.error) && !stat.ok)) return err(remoteProblem(made.error))
      const flushed = await this.disk.syncDirectory(parent)
      if (!flushed.ok) return err(remoteProblem(flushed.error))
    }
    return ok(folder)
  }
}

/**
 * The spaces in a team folder, in the order of their ids; none where the folder holds nothing of ours.
 * `known` is the space of whoever asks: that its file is missing is no reason to wait for it.
 */
export async function listSpaces(disk: Disk, root: string, known: string | null = null): Promise<Result<readonly SpaceFile[], RemoteProblem>> {
  const rootEntries = await disk.readDirectory(root)
  if (!rootEntries.ok) return err(remoteProblem(rootEntries.error))
  const base = join(root, teamFolderName)
  const entries = await disk.readDirectory(base)
  if (!entries.ok && entries.error.kind !== 'missing') return err(remoteProblem(entries.error))
  const ids = entries.ok ? entries.value.filter((entry) => entry.kind === 'directory' && isId(entry.name)).map((entry) => entry.name) : []
  const spaces: SpaceFile[] = []
  for (const id of ids.sort()) {
    const space = await readSpaceIn(disk, base, id)
    if (!space.ok) return space
    if (space.value) spaces.push(space.value)
  }
  if (spaces.length > 0) return ok(spaces)
  const incomplete = ids.find((id) => id !== known)
  if (incomplete !== undefined) return err({ kind: 'damaged', what: spaceFileIn(incomplete) })
  const newer = rootEntries.value.find((entry) => /^plumbline-v[2-9]\d*$/.test(entry.name))
  return newer ? err({ kind: 'wrongVersion', found: newer.name }) : ok([])
}

async function readSpaceIn(disk: Disk, base: string, spaceId: string): Promise<Result<SpaceFile | null, RemoteProblem>> {
  const what = spaceFileIn(spaceId)
  const path = join(base, spaceId, 'space.json')
  const stat = await disk.stat(path)
  if (stat.ok && (stat.value.kind !== 'file' || stat.value.size > spaceFileLimit)) return err({ kind: 'damaged', what })
  const bytes = stat.ok ? await disk.readFile(path) : stat
  if (!bytes.ok) return bytes.error.kind === 'missing' ? ok(null) : err(remoteProblem(bytes.error))
  const space = readSpaceFile(bytes.value, what)
  if (space.ok && space.value.spaceId !== spaceId) return err({ kind: 'otherSpace', found: space.value.name })
  return space
}

function spaceFileIn(spaceId: string): string {
  return `${teamFolderName}/${spaceId}/space.json`
}

export function remoteProblem(problem: DiskProblem): RemoteProblem {
  switch (problem.kind) {
    case 'missing':
      return { kind: 'offline' }
    case 'other':
      return awayCodes.has(problem.code) ? { kind: 'offline' } : problem
    default:
      return problem
  }
}
