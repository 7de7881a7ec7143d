import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expectAccessible, expectNothingCutOff } from './accessible'
import { expect, test as base } from './fixtures'
import { Keyboard } from './pages/Keyboard'
import { fleet, Window } from './pages/Window'

/**
 * The story: Marta Quist runs the kitchen of a school for 380 children. The dishwasher is 14 years old. She has
 * read that renting is cheaper, and that renting never pays; her janitor would rather repair the old one.
 */
const story = {
  account: 'Alder School Kitchen',
  person: 'Marta Quist',
  findings: ['Renting is cheaper over five years', 'Renting never pays'],
  settles: 'Add up both offers over five years',
  question: 'What washes up for 380 children from next summer?',
  title: 'Dishwasher',
  needs: ['Lunch is over at two and the plates must be dry by three', 'It must not break down in term time', 'We have 9,000 for it and not a cent more'],
  criteria: ['Plates in an hour', 'Repair within a day', 'Price'],
  options: ['Steamline 60', 'Rented Aquanta'],
} as const

interface Opened {
  readonly window: Window
  readonly keys: Keyboard
}

const test = base.extend<Opened>({
  window: async ({ laptop }, use) => {
    const window = new Window(laptop)
    await window.resize(1280, 800)
    await use(window)
  },
  keys: async ({ page }, use) => use(new Keyboard(page)),
})

test('a buyer walks the whole path by keyboard alone, from what she read to a file of her own', async ({ laptop, desk, window, keys, page }) => {
  test.setTimeout(300_000)
  await window.startEmpty('Own practice', 'Kim Berg')
  await window.createAccount(story.account)
  await keys.press(window.button('Add person'))
  await keys.write(window.dialog('Add person').getByLabel('Name'), story.person)
  await page.keyboard.press('Enter')
  await expect(page.getByText(story.person)).toBeVisible()
  await keys.press(window.button('Go on: Found'))

  await arrives(page, /^What have you already found/)
  await keys.reach(page.getByRole('textbox', { name: 'What did you read or hear?' }))
  for (const claim of story.findings) {
    await page.keyboard.type(claim)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('list', { name: 'What you have found' })).toContainText(claim)
  }
  await keys.choose(page.getByRole('combobox', { name: `Our view of: ${story.findings[0]}` }), 'We are not sure')
  await keys.press(window.button('Add contradiction'))
  await keys.write(window.dialog('New contradiction').getByLabel('What would settle it'), story.settles)
  await page.keyboard.press('Enter')
  await says(page, 'Still open: 1 contradiction has no owner.')
  await keys.press(page.getByRole('button', { name: /^Edit contradiction/ }))
  await keys.write(window.dialog('Edit contradiction').getByLabel('Name'), 'Kim Berg')
  await page.keyboard.press('Enter')
  await says(page, 'Nothing is open here.')
  await isAsStored(page, 'found')

  await page.keyboard.press('Alt+ArrowRight')
  await arrives(page, /^What must this do for you/)
  await keys.reach(page.getByRole('textbox', { name: 'What must it do for you?' }))
  for (const need of story.needs) {
    await page.keyboard.type(need)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('list', { name: 'Needs, the most important first' })).toContainText(need)
  }
  await keys.write(page.getByRole('textbox', { name: 'Question' }), story.question)
  await keys.write(page.getByRole('textbox', { name: 'Title' }), story.title)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('region', { name: 'What matters more' })).toBeVisible()
  for (const [index, need] of story.needs.entries()) {
    await keys.press(page.getByRole('checkbox', { name: `Yes, that is it: ${need}` }), 'Space')
    await keys.chooseEntry(page.getByRole('button', { name: `Ask of the options: ${need}` }), 'A new criterion')
    const dialog = window.dialog('New criterion from a need')
    await keys.write(dialog.getByLabel('Name'), story.criteria[index] ?? '')
    if (index !== 1) {
      await keys.reach(dialog.getByRole('radio', { name: 'Yes or no' }))
      await page.keyboard.press('ArrowDown')
      await keys.write(dialog.getByLabel('Worst'), index === 0 ? '400' : '14,000')
      await keys.write(dialog.getByLabel('Best'), index === 0 ? '1,200' : '6,000')
    }
    await page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
  }
  await keys.press(page.getByRole('button', { name: `Move up: ${story.needs[1]}` }))
  await expect(page.getByRole('button', { name: `Move up: ${story.needs[1]}` })).toBeFocused()
  await keys.press(window.button('Use this order as starting weights'))
  await says(page, 'Nothing is open here.')
  await isAsStored(page, 'matters')

  await keys.press(window.button('Next: Rule out'))
  await arrives(page, /^What is not acceptable/)
  await says(page, 'Still open: there is nothing to choose from yet but staying as is and doing it in-house.')
  await keys.reach(page.getByRole('textbox', { name: 'What could you choose?' }))
  for (const option of story.options) {
    await page.keyboard.type(option)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('row', { name: option })).toBeVisible()
  }
  await keys.press(window.button('Set a must-have'))
  await keys.choose(window.dialog('Set a must-have').getByLabel('Criterion'), 'Price')
  await keys.write(window.dialog('Set a must-have').getByLabel('At most'), '9,000')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('columnheader', { name: /^Price: at most 9,000/ })).toBeVisible()
  await keys.press(window.button('Set aside Do it in-house'))
  await keys.write(window.dialog('Set aside Do it in-house').getByLabel('Why it is out'), 'Nobody can wash 380 plates by hand.')
  await keys.press(window.dialog('Set aside Do it in-house').getByRole('button', { name: 'Set aside' }))
  await keys.write(page.getByRole('textbox', { name: 'What speaks for and against: Stay as is' }), 'It costs nothing now, and it is 14 years old.')
  await says(page, 'Nothing is open here.')
  await isAsStored(page, 'rule-out')

  await keys.press(window.button('Next: Compare'))
  await arrives(page, /^How do they compare/)
  await keys.reach(page.getByRole('grid').locator('[tabindex="0"]').first())
  for (const [criterion, option, value] of [
    ['Price', 'Steamline 60', '8,400'],
    ['Plates in an hour', 'Steamline 60', '900'],
    ['Price', 'Stay as is', '6,000'],
    ['Plates in an hour', 'Stay as is', '500'],
  ] as const) {
    await moveTo(page, page.getByRole('gridcell', { name: `${criterion}, ${option}: ` }))
    await page.keyboard.type(value)
    await page.keyboard.press('Enter')
    await expect(page.getByRole('gridcell', { name: `${criterion}, ${option}: ${value}` })).toBeVisible()
  }
  await says(page, 'Still open: 5 values are not known, and nobody was asked; 4 values have no source, so they do not count yet.')
  await isAsStored(page, 'compare')

  await keys.press(window.button('Next: Decide'))
  await arrives(page, /^What comes out/)
  await isAsStored(page, 'decide')

  await keys.press(window.button('Next: Agree'))
  await arrives(page, /^What is decided/)
  await keys.choose(page.getByRole('combobox', { name: 'What do you choose?' }), 'Steamline 60')
  await keys.write(page.getByRole('textbox', { name: 'Why, in your words' }), 'It is the only one whose price we know.')
  await keys.write(page.getByRole('textbox', { name: 'What was promised?' }), 'Ask for the rent in writing')
  await page.keyboard.press('Enter')
  const readBack = page.getByRole('region', { name: 'Read back' })
  await expect(readBack).toContainText('Ask for the rent in writing')
  await expect(readBack).toContainText('It is the only one whose price we know.')
  await keys.write(readBack.getByLabel('Name of the buyer who agrees'), story.person)
  await keys.press(readBack.getByRole('button', { name: 'Yes, that is it' }))
  await expect(readBack).toContainText(`Ticked by ${story.person}`)
  await says(page, 'Nothing is open here.')
  await isAsStored(page, 'agree')

  await keys.press(window.button('Next: Take away'))
  await arrives(page, /^What do you take with you/)
  await expect(page.frameLocator('iframe[title="Preview of the brief"]').getByRole('heading', { level: 1 })).toHaveText(story.question)
  await isAsStored(page, 'take-away')
  await laptop.answerSaveDialog(join(desk.root, 'brief.pdf'))
  await keys.press(window.button('Save PDF'))
  await expect(page.getByRole('navigation', { name: 'Path' }).getByRole('button', { name: /^7 Take away/ })).toHaveAccessibleName('7 Take away done')
  await window.isSaved()
})

test('every step can be entered at any time, and a later one asks first what is to be decided', async ({ window, keys, page }) => {
  await window.startEmpty('Own practice', 'Kim Berg')
  await window.createAccount(story.account)
  await keys.press(page.getByRole('list', { name: 'Steps' }).getByRole('button', { name: '5 Decide' }))
  await arrives(page, /^What comes out/)
  await says(page, 'Still open: nobody has said yet what is to be decided.')
  await expectAccessible(page, 'a step without a comparison')
  for (const [key, question] of [
    ['Alt+1', /^What have you already found/],
    ['Alt+3', /^What is not acceptable/],
    ['Alt+7', /^What do you take with you/],
    ['Alt+ArrowLeft', /^What is decided/],
  ] as const) {
    await page.keyboard.press(key)
    await arrives(page, question)
  }
  await keys.write(page.getByRole('textbox', { name: 'Question' }), story.question)
  await keys.write(page.getByRole('textbox', { name: 'Title' }), story.title)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('combobox', { name: 'What do you choose?' })).toBeVisible()
  await page.keyboard.press('Escape')
})

test('no step is cut off at the sides, in a small window and at twice the size', async ({ laptop, window, page }) => {
  test.setTimeout(150_000)
  await window.openSample()
  await window.openComparison(fleet.account, fleet.comparison)
  for (const { width, height, zoom } of [
    { width: 1024, height: 640, zoom: 1 },
    { width: 1280, height: 800, zoom: 2 },
  ]) {
    await laptop.app.evaluate(({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor), zoom)
    await window.resize(width, height, zoom)
    for (let step = 1; step <= 7; step += 1) {
      await page.keyboard.press(`Alt+${step}`)
      await expect(page.getByRole('navigation', { name: 'Path' }).getByRole('button', { name: new RegExp(`^${step} `) })).toHaveAttribute('aria-current', 'step')
      await expectNothingCutOff(page, `step ${step} at ${width} × ${height}, ${zoom * 100} %`)
    }
  }
})

/** Whoever goes to a step is read its question. */
async function arrives(page: Page, question: RegExp): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: question })).toBeFocused()
}

/** The one line of what is still open. */
async function says(page: Page, words: string): Promise<void> {
  await expect(page.getByText(words, { exact: true })).toBeVisible()
}

/** The step reads as it is stored, and breaks no rule of accessibility in light and dark. */
async function isAsStored(page: Page, step: string): Promise<void> {
  await expect(page.getByRole('main')).toMatchAriaSnapshot({ name: `${step}.aria.yml` })
  await expectAccessible(page, step)
}

/** Goes to a cell of the table with the arrows. */
async function moveTo(page: Page, cell: Locator): Promise<void> {
  const isIn = (what: 'row' | 'cell'): Promise<boolean> =>
    cell.evaluate((element, what) => (what === 'cell' ? element : element.closest('tr'))?.contains(document.activeElement) ?? false, what)
  await page.keyboard.press('Control+Home')
  for (let row = 0; row < 12 && !(await isIn('row')); row += 1) await page.keyboard.press('ArrowDown')
  for (let column = 0; column < 12 && !(await isIn('cell')); column += 1) await page.keyboard.press('ArrowRight')
  await expect(cell).toBeFocused()
}
