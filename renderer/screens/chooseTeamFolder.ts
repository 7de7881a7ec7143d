import type { DesktopBridge } from '#shared/ipc/contract'
import type { ChosenFolder } from '../ui/ChosenFolder'

/** Asks for a team folder; null where the member changed their mind. */
export async function chooseTeamFolder(desktop: DesktopBridge): Promise<ChosenFolder | null> {
  const folder = await desktop.invoke('folder.choose', { purpose: 'teamFolder' })
  return folder.ok ? folder.value : null
}
