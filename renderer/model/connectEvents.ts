import type { Model } from './createModel'

/** Puts what main announces into the stores. The answer ends it. */
export function connectEvents(model: Model): () => void {
  const { desktop, session, settings, accounts, account, intake, sync, messages } = model
  const ends = [
    desktop.subscribe('account.changed', (event) => account.getState().changed(event)),
    desktop.subscribe('account.conflicted', (event) => void account.getState().conflicted(event)),
    desktop.subscribe('account.rows', (news) => accounts.getState().received(news)),
    desktop.subscribe('intake.progress', (progress) => intake.getState().progressed(progress)),
    desktop.subscribe('file.opened', ({ file }) => void model.accountFile.getState().look(file)),
    desktop.subscribe('files.problem', ({ message }) => messages.getState().say(message, { tone: 'problem' })),
    desktop.subscribe('workspace.changed', ({ workspace }) => session.getState().workspaceChanged(workspace)),
    desktop.subscribe('settings.changed', (changed) => settings.getState().received(changed)),
    desktop.subscribe('sync.status', (status) => sync.getState().received(status)),
    desktop.subscribe('day.changed', ({ today }) => session.getState().dayChanged(today)),
    session.subscribe((now, before) => {
      if (now.workspace?.workspaceId !== before.workspace?.workspaceId) void workspaceOpened(model)
    }),
  ]
  return () => ends.forEach((end) => end())
}

/** Asks for what the first frame needs. */
export async function startModel(model: Model): Promise<void> {
  const info = await model.desktop.invoke('app.start', {})
  if (!info.ok) return
  model.settings.getState().received(info.value.settings)
  model.session.getState().started(info.value)
}

/** Another workspace is another world: nothing of the one before may stay on the screen. */
async function workspaceOpened({ session, accounts, account, accountFile, sync, place }: Model): Promise<void> {
  const wasOpen = accounts.getState().rows !== null
  accounts.getState().clear()
  account.getState().clear()
  if (!session.getState().workspace) return
  // What would come of an account file depends on the workspace it would go into.
  const { file, look } = accountFile.getState()
  if (file) void look(file)
  if (wasOpen) place.getState().go({ kind: 'accounts' })
  await Promise.all([accounts.getState().load(), sync.getState().load()])
}
