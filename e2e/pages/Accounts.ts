import { expect, type Locator, type Page } from '@playwright/test'

/** The list of accounts, and taking a list of another program in. */
export class Accounts {
  readonly table: Locator

  constructor(readonly page: Page) {
    this.table = page.getByRole('table', { name: 'Accounts' })
  }

  row(name: string): Locator {
    return this.table.getByRole('row').filter({ has: this.page.getByRole('button', { name, exact: true }) })
  }

  async choose(account: string, action: string): Promise<void> {
    await this.page.getByRole('button', { name: `Actions for ${account}` }).click()
    await this.page.getByRole('menuitem', { name: action }).click()
  }

  /** Shows the accounts of one kind: "Parked", "Off the list", "All on the list". */
  async show(kind: string): Promise<void> {
    const filter = this.page.getByLabel('Which accounts')
    const label = (await filter.getByRole('option').allTextContents()).find((text) => text.startsWith(kind))
    await filter.selectOption({ label: label ?? kind })
  }

  /** Takes a list in as its columns were guessed, up to the question whether to. */
  async lookAtList(): Promise<Locator> {
    await this.page.getByRole('button', { name: 'Import from CSV' }).click()
    await this.page.getByRole('button', { name: 'See what would change' }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Import from CSV: what would change' })
    await expect(dialog).toBeVisible()
    return dialog
  }
}
