import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { EventPayloads } from '#shared/ipc/contract'

type MenuEntry = EventPayloads['menu.chosen']['entry']

/**
 * The application's menu. It has none of the usual reload, zoom and inspector entries: their keys would lose a screen
 * in front of a buyer. Undo and redo reach it only where no text field has taken the key for itself.
 */
export function setApplicationMenu(choose: (entry: MenuEntry) => void, platform: NodeJS.Platform): void {
  const entry = (label: string, accelerator: string, chosen: MenuEntry): MenuItemConstructorOptions => ({
    label,
    accelerator,
    click: () => choose(chosen),
  })
  const settings = entry('Settings…', 'CommandOrControl+,', 'settings')
  const separator: MenuItemConstructorOptions = { type: 'separator' }
  const onMac = platform === 'darwin'
  const application: MenuItemConstructorOptions = {
    role: 'appMenu',
    submenu: [{ role: 'about' }, separator, settings, separator, { role: 'hide' }, { role: 'hideOthers' }, { role: 'unhide' }, separator, { role: 'quit' }],
  }
  const template: MenuItemConstructorOptions[] = [
    ...(onMac ? [application] : [{ label: '&File', submenu: [settings, separator, { role: 'quit' } as const] }]),
    {
      label: '&Edit',
      submenu: [
        entry('Undo', 'CommandOrControl+Z', 'undo'),
        entry('Redo', 'CommandOrControl+Shift+Z', 'redo'),
        separator,
        { role: 'cut' },
        { role: 'copy' },
        { role: 'paste' },
        { role: 'selectAll' },
      ],
    },
    { label: '&View', submenu: [entry('Search or run a command', 'CommandOrControl+K', 'palette'), separator, { role: 'togglefullscreen' }] },
    ...(onMac ? [{ role: 'windowMenu' } as const] : []),
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
