import type { Model } from '../model/createModel'

/** Shows the file of an account in the file manager. */
export async function showAccountFile({ desktop, messages }: Model, accountId: string): Promise<void> {
  const shown = await desktop.invoke('account.showFile', { accountId })
  if (!shown.ok) messages.getState().say(shown.error.message, { tone: 'problem' })
}
