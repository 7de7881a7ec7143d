import { basename } from 'node:path'
import type { Ids } from '#shared/base/Ids'
import type { SavedFile } from '#shared/ipc/contract'

type Kind = 'file' | 'folder'

/**
 * Stands between the window and the disk: the window gets a token for a file or folder that the member chose or the
 * app wrote, never a path it could change. Tokens are worth nothing after the app has ended.
 */
export class FileTokens {
  readonly #places = new Map<string, { readonly kind: Kind; readonly path: string }>()

  constructor(private readonly ids: Ids) {}

  forFile(path: string): SavedFile {
    return { token: this.#issue('file', path), name: basename(path) }
  }

  forFolder(path: string): string {
    return this.#issue('folder', path)
  }

  /** The path behind a token of that kind; null for any other text. */
  path(kind: Kind, token: string): string | null {
    const place = this.#places.get(token)
    return place?.kind === kind ? place.path : null
  }

  #issue(kind: Kind, path: string): string {
    const token = this.ids.next()
    this.#places.set(token, { kind, path })
    return token
  }
}
