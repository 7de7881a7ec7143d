import type { Locator, Page } from '@playwright/test'

/** The screen of one comparison: the table, what matters, and why the order is what it is. */
export class Comparison {
  readonly grid: Locator
  readonly weights: Locator
  readonly why: Locator
  /** The sentence above all others. */
  readonly answer: Locator

  constructor(readonly page: Page) {
    this.grid = page.getByRole('grid')
    this.weights = page.getByRole('region', { name: 'What matters' })
    this.why = page.getByRole('complementary', { name: 'Why this order' })
    this.answer = this.why.getByRole('paragraph').first()
  }

  /** The comparison as a screen reader has it: weights, table and reasons. What is only announced in passing is not in it. */
  async asRead(): Promise<string> {
    return (await Promise.all([this.weights, this.grid, this.why].map((part) => part.ariaSnapshot()))).join('\n')
  }

  cell(criterion: string, option: string): Locator {
    return this.grid.getByRole('gridcell', { name: `${criterion}, ${option}: ` })
  }

  editor(criterion: string, option: string): Locator {
    return this.grid.getByRole('textbox', { name: `${criterion}, ${option}`, exact: true })
  }

  optionHead(option: string): Locator {
    return this.grid.getByRole('columnheader', { name: `${option}, ` })
  }

  criterionHead(criterion: string): Locator {
    return this.grid.getByRole('rowheader', { name: `${criterion}, ` })
  }

  slider(criterion: string): Locator {
    return this.weights.getByRole('slider', { name: criterion, exact: true })
  }

  points(criterion: string): Locator {
    return this.weights.getByRole('textbox', { name: `Points for ${criterion}, 0 to 100`, exact: true })
  }

  /** Opens the menu of an option or a criterion. */
  async menu(of: string): Promise<Locator> {
    await this.grid.getByRole('button', { name: `Actions for ${of}`, exact: true }).click()
    return this.page.getByRole('menu', { name: `Actions for ${of}`, exact: true })
  }

  async choose(of: string, entry: string): Promise<void> {
    await (await this.menu(of)).getByRole('menuitem', { name: entry }).click()
  }

  sources(criterion: string, option: string): Locator {
    return this.page.getByRole('dialog', { name: `Sources: ${criterion}, ${option}`, exact: true })
  }

  /** Opens the sources of a cell as somebody with a mouse does. */
  async openSources(criterion: string, option: string): Promise<Locator> {
    await this.cell(criterion, option).click()
    return this.sources(criterion, option)
  }

  /** Types a value into a cell with the keyboard and leaves it by Enter. */
  async fill(criterion: string, option: string, text: string): Promise<void> {
    await this.cell(criterion, option).focus()
    await this.page.keyboard.press('F2')
    await this.editor(criterion, option).fill(text)
    await this.page.keyboard.press('Enter')
  }

  /** Drags the slider of a criterion to a number of points; `atGoal` runs while the button is still held. */
  async drag(criterion: string, points: number, atGoal?: () => Promise<void>): Promise<void> {
    const slider = this.slider(criterion)
    await slider.scrollIntoViewIfNeeded()
    const box = await slider.boundingBox()
    if (!box) throw new Error(`The slider of ${criterion} is not on the screen`)
    const from = Number(await slider.inputValue())
    const x = (at: number): number => box.x + thumb / 2 + ((box.width - thumb) * at) / 100
    const y = box.y + box.height / 2
    await this.page.mouse.move(x(from), y)
    await this.page.mouse.down()
    await this.page.mouse.move(x(points), y, { steps: 12 })
    await atGoal?.()
    await this.page.mouse.up()
  }

  async setPoints(criterion: string, points: number): Promise<void> {
    await this.points(criterion).fill(String(points))
    await this.points(criterion).press('Enter')
  }
}

/** How wide the handle of a slider is: its middle does not reach the ends of the track. */
const thumb = 16
