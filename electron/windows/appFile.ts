import { extname, join } from 'node:path'
import { appOrigin } from './appAddress'

export interface AppFile {
  readonly path: string
  readonly mimeType: string
}

const mimeTypes: { readonly [extension: string]: string } = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
}

/** One step of a path that names a plain file or folder: no `..`, no drive, no separator in disguise. */
const plainStep = /^(?!\.)[A-Za-z0-9._-]+$/

/**
 * The file of the built page an address of ours stands for, or null. Only steps of plain letters pass, so nothing
 * outside `root` can be named, however it is written; only kinds of files that a page consists of are served.
 */
export function appFile(address: string, root: string): AppFile | null {
  let url: URL
  try {
    url = new URL(address)
  } catch {
    return null
  }
  if (`${url.protocol}//${url.host}` !== appOrigin) return null
  const steps = url.pathname.split('/').slice(1)
  if (!steps.every((step) => plainStep.test(step))) return null
  const path = join(root, ...steps)
  const mimeType = mimeTypes[extname(path).toLowerCase()]
  return mimeType === undefined ? null : { path, mimeType }
}
