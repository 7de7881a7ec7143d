import { readFile } from 'node:fs/promises'
import type { Session } from 'electron'
import { appFile } from './appFile'
import { appScheme } from './appAddress'
import { mainPagePolicy, staticPagePolicy } from './contentSecurityPolicy'
import type { MemoryPages } from './MemoryPages'

/** Answers the addresses of our scheme in this session: pages in memory, and (where a root is given) the built page. */
export function servePages(session: Session, pages: MemoryPages, root: string | null): void {
  session.protocol.handle(appScheme, async ({ url, method }) => {
    if (method !== 'GET') return refusal(405)
    const html = pages.get(url)
    if (html !== null) return answer(html, 'text/html; charset=utf-8', staticPagePolicy)
    const file = root === null ? null : appFile(url, root)
    if (file === null) return refusal(404)
    const bytes = await readFile(file.path).catch(() => null)
    return bytes === null ? refusal(404) : answer(bytes, file.mimeType, mainPagePolicy)
  })
}

function answer(body: string | Uint8Array<ArrayBuffer>, mimeType: string, policy: string): Response {
  return new Response(body, {
    headers: {
      'Content-Type': mimeType,
      'Content-Security-Policy': policy,
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Referrer-Policy': 'no-referrer',
      'X-Content-Type-Options': 'nosniff',
    },
  })
}

function refusal(status: 404 | 405): Response {
  return new Response(null, { status, headers: { 'Content-Security-Policy': staticPagePolicy } })
}
