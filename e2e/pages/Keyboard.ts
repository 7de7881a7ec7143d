import { expect, type Locator, type Page } from '@playwright/test'

/** More presses would mean that something cannot be reached. */
const mostStops = 150

/** Somebody who has no mouse. */
export class Keyboard {
  constructor(readonly page: Page) {}

  /** Goes there with Tab. */
  async reach(target: Locator): Promise<void> {
    await expect(target).toBeVisible()
    for (let stop = 0; stop < mostStops; stop += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await this.page.keyboard.press('Tab')
    }
    throw new Error(`Tab does not reach ${String(target)}`)
  }

  async press(target: Locator, key = 'Enter'): Promise<void> {
    await this.reach(target)
    await this.page.keyboard.press(key)
  }

  async write(target: Locator, text: string): Promise<void> {
    await this.reach(target)
    await this.page.keyboard.press('Control+a')
    await this.page.keyboard.type(text)
  }

  /** Chooses from a list by the first letters of the choice. */
  async choose(target: Locator, choice: string): Promise<void> {
    await this.reach(target)
    await this.page.keyboard.type(choice)
    await expect(target.locator('option:checked')).toHaveText(choice)
  }

  /** Opens a menu and goes down to one of its entries. */
  async chooseEntry(button: Locator, entry: string): Promise<void> {
    await this.press(button)
    const item = this.page.getByRole('menuitem', { name: entry })
    await expect(item).toBeVisible()
    for (let step = 0; step < mostStops && !(await item.evaluate((element) => element === document.activeElement)); step += 1) await this.page.keyboard.press('ArrowDown')
    await this.page.keyboard.press('Enter')
  }
}
