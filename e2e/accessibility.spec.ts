import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expectAccessible, expectNothingCutOff, violations } from './accessible'
import { expect, test as base } from './fixtures'
import type { Comparison } from './pages/Comparison'
import { fleet, Window } from './pages/Window'

interface Opened {
  readonly window: Window
  readonly comparison: Comparison
}

const test = base.extend<Opened>({
  window: async ({ laptop }, use) => {
    const window = new Window(laptop)
    await window.resize(1440, 900)
    await use(window)
  },
  comparison: async ({ window }, use) => {
    await window.openSample()
    const comparison = await window.openComparison(fleet.account, fleet.comparison)
    await expect(comparison.answer).toContainText('plausible cases')
    await use(comparison)
  },
})

/** Opens something over the work, checks it, and closes it by Escape. */
async function checkOver(page: Page, what: string, open: () => Promise<unknown>, over: Locator): Promise<void> {
  await open()
  await expect(over).toBeVisible()
  await expectAccessible(page, what)
  await page.keyboard.press('Escape')
  await expect(over).toBeHidden()
}

test.describe('no rule of accessibility is broken', () => {
  test('on the first screen and in its dialogs', async ({ window, page }) => {
    await expectAccessible(page, 'first screen')
    await checkOver(page, 'joining a team', () => window.button('Choose the folder').click(), window.dialog('Join a team folder'))
    await window.button('Start empty').click()
    const dialog = window.dialog('Start empty')
    await dialog.getByRole('button', { name: 'Start', exact: true }).click()
    await expect(dialog.getByText('Give it a name.')).toBeVisible()
    await expectAccessible(page, 'starting empty, nothing filled in')
  })

  test('where nothing is there yet: no account, no comparison, no criterion', async ({ window, page }) => {
    await window.startEmpty('Own practice', 'Kim Berg')
    await expectAccessible(page, 'no accounts')
    await window.createAccount('Fabrikam')
    await expectAccessible(page, 'empty account')
    await window.createComparison('Warehouse 2027', 'Which warehouse system?')
    await expectAccessible(page, 'empty comparison')
  })

  test('on the first screen of the day, in the reviews, in a history, and where the exchange and its collisions are told', async ({ window, page }) => {
    await window.openSample()
    await window.openAccount(fleet.account)
    const account = await page.evaluate(() => location.hash)
    for (const { hash, heading } of [
      { hash: '#/today', heading: /^Today/ },
      { hash: '#/review', heading: 'Review' },
      { hash: account.replace('accounts', 'review'), heading: fleet.account },
      { hash: `${account}/history`, heading: `History of ${fleet.account}` },
      { hash: '#/collisions', heading: 'Different things at once' },
      { hash: '#/health', heading: 'Exchange with the team' },
    ]) {
      await page.evaluate((place) => (location.hash = place), hash)
      await expect(window.heading(heading)).toBeVisible()
      await expect(page.getByText(/^Loading/)).toHaveCount(0)
      await expectAccessible(page, hash)
    }
  })

  test('in the list of accounts, in an account and in its dialogs', async ({ window, page }) => {
    await window.openSample()
    await expectAccessible(page, 'accounts')
    await checkOver(page, 'new account', () => window.button('New account').click(), window.dialog('New account'))
    await page.getByLabel('Find accounts').fill('nobody')
    await expectAccessible(page, 'no account found')
    await page.getByLabel('Find accounts').fill('')
    await window.openAccount(fleet.account)
    await expectAccessible(page, 'account')
    await checkOver(page, 'person', () => window.button('Edit Runa Holvik').click(), window.dialog('Edit person'))
    await checkOver(page, 'meeting', () => window.button('Add meeting').click(), window.dialog('New meeting'))
    await checkOver(page, 'parking', () => page.getByLabel('Status (internal)').selectOption('Parked'), window.dialog('Park this account'))
    await checkOver(page, 'promise', () => page.getByRole('button', { name: /^Edit promise/ }).first().click(), window.dialog('Edit promise'))
    await checkOver(page, 'question', () => page.getByRole('button', { name: /^Answer: / }).first().click(), window.dialog('Question'))
    await checkOver(page, 'new comparison', () => window.button('New comparison').click(), window.dialog('New comparison'))
    await window.button('Remove Runa Holvik').click()
    await expect(window.messages).toContainText('Removed Runa Holvik')
    await expectAccessible(page, 'account with a message')
  })

  test('in a comparison, in its cells and their sources', async ({ comparison, window, page }) => {
    await expectAccessible(page, 'comparison')
    await comparison.cell('WLTP range', 'Polestar 2').focus()
    await page.keyboard.press('F2')
    await comparison.editor('WLTP range', 'Polestar 2').fill('about 500')
    await page.keyboard.press('Enter')
    await expect(comparison.grid.getByRole('alert')).toBeVisible()
    await expectAccessible(page, 'cell editor with a problem')
    await page.keyboard.press('Escape')
    const stay = ['List price in Germany', 'Extend the diesel leases'] as const
    await checkOver(page, 'sources', () => comparison.openSources(...stay), comparison.sources(...stay))
    await (await comparison.openSources(...stay)).getByRole('button', { name: 'Add source' }).click()
    await expect(window.dialog('Add source')).toBeVisible()
    await expectAccessible(page, 'new source')
    await page.keyboard.press('Escape')
    await comparison.setPoints('Wheelbase', 70)
    await expect(comparison.weights).toContainText('Trial: 1 weight differs')
    await page.getByRole('button', { name: /^Differences only/ }).click()
    await expectAccessible(page, 'comparison with a trial, differences only')
  })

  test('in the dialogs of a comparison', async ({ comparison, window, page }) => {
    await checkOver(page, 'agreeing weights', () => window.button('Agree these weights').click(), window.dialog('Agree these weights'))
    await checkOver(page, 'sums', () => window.button('Show the sums').click(), window.dialog('The sums'))
    await checkOver(page, 'set aside', () => window.button('Set aside (4)').click(), window.dialog('Set aside'))
    await checkOver(page, 'title and question', () => window.button('Edit title and question').click(), window.dialog('Title and question'))
    await checkOver(page, 'new option', () => window.button('Option').click(), window.dialog('New option'))
    await checkOver(page, 'new criterion', () => window.button('Criterion').click(), window.dialog('New criterion'))
    await checkOver(page, 'option', () => comparison.choose('BMW i4', 'Edit option'), window.dialog('Edit option'))
    await checkOver(page, 'criterion with a must-have', () => comparison.choose('WLTP range', 'Edit criterion'), window.dialog('Edit criterion'))
    await checkOver(page, 'setting aside', () => comparison.choose('Polestar 2', 'Set aside with a reason'), window.dialog('Set aside Polestar 2'))
    await checkOver(page, 'menu of an option', () => comparison.menu('Polestar 2'), page.getByRole('menu', { name: 'Actions for Polestar 2' }))
    await checkOver(page, 'menu of a criterion', () => comparison.menu('WLTP range'), page.getByRole('menu', { name: 'Actions for WLTP range' }))
    await window.resize(1100, 700)
    await checkOver(page, 'why this order, in a narrow window', () => window.button('Why this order').click(), window.dialog('Why this order'))
  })

  test('in the command box, the keyboard map, the settings and on the screen of a fault', async ({ laptop, comparison, window, page }) => {
    await checkOver(page, 'command box', () => page.keyboard.press('Control+k'), window.dialog('Command box'))
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox', { name: 'Command box' }).fill('nothing is called that')
    await expectAccessible(page, 'command box without a match')
    await page.keyboard.press('Escape')
    await comparison.cell('Heat pump', 'Polestar 2').focus()
    await checkOver(page, 'keyboard map', () => page.keyboard.press('?'), window.dialog('Keyboard keys'))
    await window.goToSettings()
    await expectAccessible(page, 'settings')
    laptop.forgiveProblems()
    await page.evaluate(() => {
      setTimeout(() => {
        throw new Error('A fault on purpose')
      })
    })
    await expect(window.heading('This window ran into a fault')).toBeVisible()
    await page.getByText('Details for whoever helps you').click()
    await expectAccessible(page, 'fault')
    await window.button('Reload the window').click()
    await expect(window.heading('Settings')).toBeVisible()
  })

  test('on the page before the brief is taken away, and in the brief itself', async ({ laptop, app, desk, comparison, window, page }) => {
    await comparison.page.getByRole('button', { name: 'Take away', exact: true }).click()
    const preview = page.frameLocator('iframe[title="Preview of the brief"]')
    await expect(preview.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(page, 'take away')
    const path = join(desk.root, 'brief.html')
    await laptop.answerSaveDialog(path)
    await window.button('Save web page').click()
    await expect(page.getByText('Saved brief.html')).toBeVisible()
    await expectAccessible(page, 'taken away')
    const opening = app.waitForEvent('window')
    await app.evaluate(({ BrowserWindow, session }, file) => void new BrowserWindow({ webPreferences: { session: session.fromPartition('somebody-else') } }).loadFile(file), path)
    const brief = await opening
    await expect(brief.getByRole('heading', { level: 1 })).toBeVisible()
    await expectAccessible(brief, 'brief')
  })
})

test('what is found nowhere would have been found: buttons that are tiny and one without a name, text that is too pale', async ({ window, page }) => {
  await expect(window.button('Start empty')).toBeVisible()
  await page.evaluate(() => {
    const planted = document.createElement('div')
    planted.innerHTML = '<p>Hard to read</p><button></button><button>x</button>'
    for (const element of planted.querySelectorAll('button')) Object.assign(element.style, { width: '10px', height: '10px', padding: '0' })
    planted.style.color = '#c8c8c8'
    document.querySelector('main')?.append(planted)
  })
  expect([...new Set((await violations(page)).map((violation) => violation.split(':')[0]))].sort()).toEqual(['button-name', 'color-contrast', 'target-size'])
})

test.describe('by keyboard alone', () => {
  test('Tab goes through the whole window, and the table is one stop', async ({ comparison, page }) => {
    await comparison.page.getByRole('button', { name: 'Take away', exact: true }).focus()
    const inGrid = (): Promise<boolean> => comparison.grid.evaluate((grid) => grid.contains(document.activeElement))
    const isBack = (): Promise<boolean> => comparison.page.getByRole('button', { name: 'Take away', exact: true }).evaluate((button) => button === document.activeElement)
    let stops = 0
    let stopsInGrid = 0
    do {
      await page.keyboard.press('Tab')
      stops += 1
      if (await inGrid()) stopsInGrid += 1
    } while (!(await isBack()) && stops < 200)
    expect([stops < 200, stopsInGrid]).toEqual([true, 1])
  })

  test('Escape closes whatever was opened from a cell and gives the focus back to it', async ({ comparison, window, page }) => {
    const cell = comparison.cell('Length', 'Polestar 2')
    await cell.focus()
    for (const { key, opens } of [
      { key: 'F2', opens: comparison.editor('Length', 'Polestar 2') },
      { key: 'Enter', opens: comparison.editor('Length', 'Polestar 2') },
      { key: 'Space', opens: comparison.sources('Length', 'Polestar 2') },
      { key: 'm', opens: window.dialog('Edit criterion') },
      { key: 'Control+k', opens: window.dialog('Command box') },
      { key: 'F1', opens: window.dialog('Keyboard keys') },
    ]) {
      await page.keyboard.press(key)
      await expect(opens, key).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(opens, key).toBeHidden()
      await expect(cell, key).toBeFocused()
    }
    await page.keyboard.press('Space')
    await comparison.sources('Length', 'Polestar 2').getByRole('button', { name: 'Add source' }).press('Enter')
    await expect(window.dialog('Add source')).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(cell).toBeFocused()
  })

  test('the menus of heads open by Enter and give the focus back', async ({ comparison, page }) => {
    for (const [head, menu] of [
      [comparison.optionHead('Polestar 2'), 'Polestar 2'],
      [comparison.criterionHead('WLTP range'), 'WLTP range'],
    ] as const) {
      await head.focus()
      await page.keyboard.press('Enter')
      await expect(page.getByRole('menu', { name: `Actions for ${menu}` })).toBeVisible()
      await page.keyboard.press('ArrowDown')
      await page.keyboard.press('Escape')
      await expect(page.getByRole('menu', { name: `Actions for ${menu}` })).toBeHidden()
      await expect(head).toBeFocused()
    }
  })

  test('a dialog that a button opened gives the focus back to the button', async ({ comparison, window, page }) => {
    for (const [button, dialog] of [
      ['Agree these weights', 'Agree these weights'],
      ['Show the sums', 'The sums'],
      ['Criterion', 'New criterion'],
      ['Edit title and question', 'Title and question'],
    ] as const) {
      await window.button(button).focus()
      await page.keyboard.press('Enter')
      await expect(window.dialog(dialog)).toBeVisible()
      await page.keyboard.press('Escape')
      await expect(window.button(button)).toBeFocused()
    }
    expect(await comparison.grid.count()).toBe(1)
  })

  test('a cell under the arrows is never covered by the head or the first column', async ({ comparison, window, page }) => {
    await window.resize(1100, 640)
    await comparison.cell('Wheelbase', 'BMW i4').focus()
    for (const key of [...Array<string>(8).fill('ArrowUp'), ...Array<string>(6).fill('ArrowDown'), ...Array<string>(7).fill('ArrowLeft'), 'Control+Home', 'Control+End', 'Home', 'End']) {
      await page.keyboard.press(key)
      const covered = await page.evaluate(() => {
        const focused = document.activeElement
        if (!focused) return 'nothing has the focus'
        const { left, top, width, height } = focused.getBoundingClientRect()
        const corners = [4, width / 2, width - 4].flatMap((x) => [4, height - 4].map((y) => document.elementFromPoint(left + x, top + y)))
        return corners.every((element) => element !== null && focused.contains(element)) ? null : `${focused.getAttribute('aria-label') ?? focused.textContent}`
      })
      expect(covered, key).toBeNull()
    }
  })

  test('F6 goes from one part of the window to the next', async ({ comparison, page }) => {
    await comparison.cell('Length', 'Polestar 2').focus()
    const parts: string[] = []
    for (let step = 0; step < 6; step += 1) {
      await page.keyboard.press('F6')
      parts.push(await page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? ''))
    }
    for (const part of ['Why this order', 'Status', 'Main', 'What matters', 'Comparison']) expect(parts).toContain(part)
  })
})

test('nothing is cut off at the sides, in a small window and at twice the size', async ({ laptop, comparison, window, page }) => {
  test.setTimeout(150_000)
  const sizes = [
    { width: 1280, height: 800, zoom: 1 },
    { width: 1024, height: 640, zoom: 1 },
    { width: 1280, height: 800, zoom: 2 },
  ]
  const checkSizes = async (where: string): Promise<void> => {
    for (const { width, height, zoom } of sizes) {
      await laptop.app.evaluate(({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor), zoom)
      await window.resize(width, height, zoom)
      await expectNothingCutOff(page, `${where} at ${width} × ${height}, ${zoom * 100} %`)
    }
    await laptop.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1))
    await window.resize(1440, 900)
  }
  await checkSizes('comparison')
  await comparison.page.getByRole('button', { name: 'Criterion', exact: true }).click()
  await expect(window.dialog('New criterion')).toBeVisible()
  await checkSizes('new criterion')
  await page.keyboard.press('Escape')
  await comparison.openSources('WLTP range', 'Polestar 2')
  await checkSizes('sources')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Take away', exact: true }).click()
  await expect(page.frameLocator('iframe[title="Preview of the brief"]').getByRole('heading', { level: 1 })).toBeVisible()
  await checkSizes('take away')
  await page.getByRole('navigation', { name: 'Where you are' }).getByRole('button', { name: fleet.account }).click()
  await expect(page.getByLabel('Account name')).toBeVisible()
  await checkSizes('account')
  await window.goToSettings()
  await checkSizes('settings')
  await window.goToAccounts()
  await checkSizes('accounts')
})

test('the first screen is not cut off at the sides either', async ({ laptop, window, page }) => {
  for (const { width, height, zoom } of [{ width: 1024, height: 640, zoom: 1 }, { width: 1280, height: 800, zoom: 2 }]) {
    await laptop.app.evaluate(({ BrowserWindow }, factor) => BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(factor), zoom)
    await window.resize(width, height, zoom)
    await expectNothingCutOff(page, `first screen at ${width} × ${height}, ${zoom * 100} %`)
  }
})
