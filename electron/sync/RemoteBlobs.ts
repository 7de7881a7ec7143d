import type { Result } from '#shared/base/Result'
import type { BlobSource } from '../vault/blobs/BlobSource'
import type { StoredBlob } from '../vault/blobs/BlobStore'
import type { RemoteProblem } from './Remote'

/** A place that carries attachments unchanged between laptops, beside the packs. Nobody deletes there. */
export interface RemoteBlobs {
  /** With the size of each as it is there now; one that is still being copied is smaller. */
  list(): Promise<Result<readonly StoredBlob[], RemoteProblem>>
  /** To be read in pieces. Whether it is the right one, the reader finds out. */
  get(sha: string): Promise<Result<BlobSource, RemoteProblem>>
  /** Complete and flushed when it answers ok; replaces what has that name. `wrongHash` where the source is not what it is called. */
  put(sha: string, source: BlobSource): Promise<Result<void, RemoteProblem | { readonly kind: 'wrongHash' }>>
}
