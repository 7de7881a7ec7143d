import { expect, type Locator, type Page } from '@playwright/test'
import type { Laptop } from '../Laptop'
import { Comparison } from './Comparison'

/** The window of the app: the ways in, and what stands around the work. */
export class Window {
  readonly page: Page
  readonly status: Locator
  readonly messages: Locator

  constructor(readonly laptop: Laptop) {
    this.page = laptop.page
    this.status = this.page.getByRole('contentinfo', { name: 'Status' })
    this.messages = this.page.getByRole('region', { name: 'Messages' })
  }

  heading(name: string | RegExp): Locator {
    return this.page.getByRole('heading', { name, exact: true, level: 1 })
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true })
  }

  dialog(name: string): Locator {
    return this.page.getByRole('dialog', { name, exact: true })
  }

  /** Gives the page this much room, whatever the frame of the window needs. */
  async resize(width: number, height: number, zoom = 1): Promise<void> {
    await this.laptop.app.evaluate(({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height), { width, height })
    await expect.poll(() => this.page.evaluate(() => `${window.innerWidth} × ${window.innerHeight}`)).toBe(`${width / zoom} × ${height / zoom}`)
  }

  async openSample(): Promise<void> {
    await this.button('Open the sample').click()
    await expect(this.heading(/^Today/)).toBeVisible()
    await this.goToAccounts()
  }

  async startEmpty(workspace: string, member: string): Promise<void> {
    await this.button('Start empty').click()
    const dialog = this.dialog('Start empty')
    await dialog.getByLabel('Workspace').fill(workspace)
    await dialog.getByLabel('Your name').fill(member)
    await dialog.getByRole('button', { name: 'Start', exact: true }).click()
    await expect(this.heading(/^Today/)).toBeVisible()
    await this.goToAccounts()
  }

  /** Joins a team from the first screen, up to the answer of the app. */
  async joinTeam(folder: string, member: string): Promise<void> {
    await this.laptop.answerFolderDialog(folder)
    await this.button('Choose the folder').click()
    const dialog = this.dialog('Join a team folder')
    await dialog.getByLabel('Your name').fill(member)
    await dialog.getByRole('button', { name: 'Choose folder' }).click()
    await expect(dialog.getByText(folder, { exact: true })).toBeVisible()
    await dialog.getByRole('button', { name: 'Join', exact: true }).click()
  }

  async createAccount(name: string): Promise<void> {
    await this.button('New account').first().click()
    const dialog = this.dialog('New account')
    await dialog.getByLabel('Name').fill(name)
    await dialog.getByRole('button', { name: 'Create account' }).click()
    await expect(this.page.getByLabel('Account name')).toHaveValue(name)
  }

  async createComparison(title: string, question: string): Promise<Comparison> {
    await this.button('New comparison').click()
    const dialog = this.dialog('New comparison')
    await dialog.getByLabel('Title').fill(title)
    await dialog.getByLabel('Question').fill(question)
    await dialog.getByRole('button', { name: 'Create comparison' }).click()
    await expect(this.page.getByRole('grid', { name: title, exact: true })).toBeVisible()
    return new Comparison(this.page)
  }

  async goToAccounts(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Accounts' }).click()
    await expect(this.heading('Accounts')).toBeVisible()
  }

  async openAccount(name: string): Promise<void> {
    await this.button(name).click()
    await expect(this.page.getByLabel('Account name')).toHaveValue(name)
  }

  async openComparison(account: string, title: string): Promise<Comparison> {
    await this.openAccount(account)
    await this.button(title).click()
    await expect(this.page.getByRole('grid', { name: title, exact: true })).toBeVisible()
    return new Comparison(this.page)
  }

  async goToSettings(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Main' }).getByRole('button', { name: 'Settings' }).click()
    await expect(this.heading('Settings')).toBeVisible()
  }

  /** Puts the open workspace into an empty folder, from the settings. */
  async publish(folder: string): Promise<void> {
    await this.goToSettings()
    await this.laptop.answerFolderDialog(folder)
    await this.button('Choose an empty folder').click()
    await expect(this.page.getByText(folder, { exact: true })).toBeVisible()
    await expect(this.status).toContainText('In the team folder')
  }

  /** Runs a command by its words. */
  async command(words: string): Promise<void> {
    await this.page.keyboard.press('Control+k')
    await this.page.getByRole('combobox', { name: 'Command box' }).fill(words)
    await expect(this.page.getByRole('option', { name: words }).first()).toHaveAttribute('aria-selected', 'true')
    await this.page.keyboard.press('Enter')
    await expect(this.dialog('Command box')).toBeHidden()
  }

  /** What is written is on the disk of this laptop. */
  async isSaved(): Promise<void> {
    await expect(this.status).toContainText('Saved on this laptop')
  }
}

/** The main account of the sample. */
export const fleet = { account: 'Marlind Lift Inspection', comparison: 'Cars for 48 inspectors' } as const
