import { join } from 'node:path'
import { err, ok, type Result } from '#shared/base/Result'
import type { Disk } from '../../platform/Disk'
import { ensureDirectory } from '../../platform/ensureDirectory'
import { fileSource, type BlobSource } from '../../vault/blobs/BlobSource'
import { BlobStore, type StoredBlob } from '../../vault/blobs/BlobStore'
import { writeBlob } from '../../vault/blobs/writeBlob'
import type { RemoteProblem } from '../Remote'
import type { RemoteBlobs } from '../RemoteBlobs'
import { remoteProblem, teamFolderName } from './FolderRemote'

/** Attachments in a team folder, laid out as in a vault. Never makes the folder of the space: where that is missing, the folder is away. */
export class FolderBlobs implements RemoteBlobs {
  private readonly spaceFolder: string
  private readonly folder: string

  constructor(
    private readonly disk: Disk,
    root: string,
    spaceId: string,
  ) {
    this.spaceFolder = join(root, teamFolderName, spaceId)
    this.folder = join(this.spaceFolder, 'blobs')
  }

  async list(): Promise<Result<readonly StoredBlob[], RemoteProblem>> {
    const space = await this.disk.stat(this.spaceFolder)
    if (!space.ok) return err(remoteProblem(space.error))
    const listed = await new BlobStore(this.disk, this.folder, () => false).list()
    return listed.ok ? listed : err(remoteProblem(listed.error))
  }

  async get(sha: string): Promise<Result<BlobSource, RemoteProblem>> {
    const source = await fileSource(this.disk, join(this.folder, sha.slice(0, 2), sha))
    return source.ok ? source : err(remoteProblem(source.error))
  }

  async put(sha: string, source: BlobSource): Promise<Result<void, RemoteProblem | { readonly kind: 'wrongHash' }>> {
    const space = await this.disk.stat(this.spaceFolder)
    if (!space.ok) return err(remoteProblem(space.error))
    const folder = join(this.folder, sha.slice(0, 2))
    const made = await ensureDirectory(this.disk, folder)
    const written = made.ok ? await writeBlob(this.disk, folder, sha, source) : made
    if (written.ok) return ok()
    return err(written.error.kind === 'wrongHash' ? written.error : remoteProblem(written.error))
  }
}
