import { basename } from 'node:path'
import { dialog, shell, type BrowserWindow } from 'electron'

export type FolderPurpose = 'teamFolder' | 'accountFolder'

const folderQuestions: { readonly [Purpose in FolderPurpose]: string } = {
  teamFolder: 'Choose the folder your team shares',
  accountFolder: 'Choose the folder for your account files',
}

export interface SaveQuestion {
  readonly title: string
  /** Where the dialog starts: a folder and a proposed name. */
  readonly proposal: string
  readonly kind: { readonly name: string; readonly extension: string }
}

/** The system's own dialogs for files and folders. Answers null where the member cancelled. */
export class Dialogs {
  readonly #window: () => BrowserWindow | null

  constructor(window: () => BrowserWindow | null) {
    this.#window = window
  }

  async chooseFolder(purpose: FolderPurpose): Promise<string | null> {
    const title = folderQuestions[purpose]
    const options = { title, message: title, properties: ['openDirectory', 'createDirectory'] as ('openDirectory' | 'createDirectory')[] }
    const window = this.#window()
    const { canceled, filePaths } = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options))
    return canceled ? null : (filePaths[0] ?? null)
  }

  chooseAccountFile(): Promise<string | null> {
    return this.#chooseFile('Open an account file', { name: 'Account files', extensions: ['account'] })
  }

  chooseList(): Promise<string | null> {
    return this.#chooseFile('Take in a list of accounts', { name: 'Lists (CSV)', extensions: ['csv', 'tsv', 'txt'] })
  }

  async chooseSavePlace({ title, proposal, kind }: SaveQuestion): Promise<string | null> {
    const options = { title, defaultPath: proposal, filters: [{ name: kind.name, extensions: [kind.extension] }] }
    const window = this.#window()
    const { canceled, filePath } = await (window === null ? dialog.showSaveDialog(options) : dialog.showSaveDialog(window, options))
    if (canceled || filePath === '') return null
    // Linux dialogs do not add the ending of the kind.
    return basename(filePath).includes('.') ? filePath : `${filePath}.${kind.extension}`
  }

  showInFolder(path: string): void {
    shell.showItemInFolder(path)
  }

  async #chooseFile(title: string, kind: { readonly name: string; readonly extensions: string[] }): Promise<string | null> {
    const filters = [kind, { name: 'All files', extensions: ['*'] }]
    const options = { title, message: title, filters, properties: ['openFile'] as 'openFile'[] }
    const window = this.#window()
    const { canceled, filePaths } = await (window === null ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options))
    return canceled ? null : (filePaths[0] ?? null)
  }
}
