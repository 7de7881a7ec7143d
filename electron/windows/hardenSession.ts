import type { Session } from 'electron'

/** Addresses that stay inside the app. `devtools:` is the inspector, which only a build for development can open. */
const insideAddress = /^(app|data|blob|devtools):/

/**
 * Shuts every way out of a session: no request but to our own scheme, no permission, no download, no spelling
 * dictionary. `page` is the page of the main window: ours, or while developing that of the server on this machine.
 */
export function hardenSession(session: Session, page: string): void {
  const host = new URL(page).host
  session.webRequest.onBeforeRequest(({ url }, decide) => decide({ cancel: !insideAddress.test(url) && new URL(url).host !== host }))
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.on('will-download', (event) => event.preventDefault())
  // Otherwise a dictionary is fetched from the internet at the first start.
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
}
