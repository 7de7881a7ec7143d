import { expect, type Locator, type Page } from '@playwright/test'

/** The reviews of a team: the list, and one account as its reviewer sees it. */
export class Review {
  readonly decision: Locator

  constructor(readonly page: Page) {
    this.decision = page.getByRole('region', { name: 'Your decision' })
  }

  /** The accounts in one state of the list. */
  group(name: string): Locator {
    return this.page.getByRole('region', { name, exact: true })
  }

  /** From wherever the member is, by the keyboard alone. */
  async openByKeyboard(account: string): Promise<void> {
    await this.page.keyboard.press('Control+3')
    await expect(this.page.getByRole('heading', { name: 'Review', level: 1 })).toBeVisible()
    await this.press(this.page.getByRole('main').getByRole('button', { name: account, exact: true }))
    await expect(this.page.getByRole('heading', { name: account, level: 1 })).toBeVisible()
  }

  /** Goes to something by Tab and presses it. */
  async press(target: Locator): Promise<void> {
    await this.tabTo(target)
    await this.page.keyboard.press('Enter')
  }

  async tabTo(target: Locator): Promise<void> {
    await expect(target).toBeVisible()
    for (let step = 0; step < mostTabs; step += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await this.page.keyboard.press('Tab')
    }
    await expect(target).toBeFocused()
  }

  /** Leaves a remark on a line by the keyboard alone. */
  async remark(on: string | RegExp, text: string): Promise<void> {
    await this.press(this.page.getByRole('button', { name: on }).first())
    const dialog = this.page.getByRole('dialog', { name: 'Leave a remark' })
    await expect(dialog.getByLabel('Remark')).toBeFocused()
    await this.page.keyboard.type(text)
    await this.press(dialog.getByRole('button', { name: 'Leave remark' }))
    await expect(dialog).toBeHidden()
  }
}

/** More would be a page nobody walks by the keyboard. */
const mostTabs = 80
