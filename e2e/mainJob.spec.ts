import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { inOrder } from '../shared/domain/schema/order'
import { briefHtml } from '../shared/text/brief/briefHtml'
import { toBuyerView } from '../shared/domain/redaction/toBuyerView'
import { accountOf, engineView, expectToAgree } from './engineView'
import { expect, test as base } from './fixtures'
import { valueOf } from './invoke'
import type { Laptop } from './Laptop'
import type { Comparison } from './pages/Comparison'
import { fleet, Window } from './pages/Window'

interface Opened {
  readonly window: Window
  /** The main comparison of the sample, reached as on the first day. */
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
    await use(await window.openComparison(fleet.account, fleet.comparison))
  },
})

const view = (laptop: Laptop, trial?: { readonly [criterion: string]: number }) => engineView(laptop, fleet.account, fleet.comparison, trial)

test('from the first start two clicks lead to an answer, a ranking and reasons, and the engine says the same', async ({ laptop, comparison }) => {
  await expect(comparison.answer).toContainText('Tesla Model 3')
  await expect(comparison.answer).toContainText('of 100 plausible cases')
  await expectToAgree(comparison, await view(laptop))
})

test('a cell is reached and filled by keyboard alone: a number, a range, not known', async ({ laptop, comparison, page }) => {
  await comparison.criterionHead('Length').focus()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowRight')
  await expect(comparison.cell('Length', 'Polestar 2')).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowDown')

  await page.keyboard.type('4500')
  await expect(comparison.editor('Length', 'Polestar 2')).toHaveValue('4500')
  await page.keyboard.press('Enter')
  await expect(comparison.cell('Length', 'Polestar 2')).toBeFocused()
  await expect(comparison.cell('Length', 'Polestar 2')).toHaveAccessibleName(/: 4,500 mm, 57 of 100/)
  await expectToAgree(comparison, await view(laptop))

  await page.keyboard.press('F2')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('4250–4550')
  await page.keyboard.press('Tab')
  await expect(comparison.cell('Length', 'Tesla Model 3')).toBeFocused()
  await expect(comparison.cell('Length', 'Polestar 2')).toHaveAccessibleName(/: 4,250–4,550 mm/)
  await expect(comparison.optionHead('Polestar 2')).toHaveAccessibleName(/between \d+ and \d+/)
  await expectToAgree(comparison, await view(laptop))

  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('?')
  await page.keyboard.press('Enter')
  await expect(comparison.cell('Length', 'Polestar 2')).toHaveAccessibleName(/: Not known$/)
  await expectToAgree(comparison, await view(laptop))
})

test('what cannot be read as a number stays in its cell with a sentence, and Escape brings the old value back', async ({ comparison, page }) => {
  const cell = comparison.cell('WLTP range', 'Polestar 2')
  await cell.focus()
  await page.keyboard.press('Enter')
  const editor = comparison.editor('WLTP range', 'Polestar 2')
  await editor.fill('about 5 hundred')
  await page.keyboard.press('Enter')
  await expect(comparison.grid.getByRole('alert')).toContainText('“about 5 hundred” is not a number.')
  await expect(editor).toHaveValue('about 5 hundred')
  await expect(editor).toBeFocused()
  await comparison.page.getByRole('button', { name: 'Sort by rank' }).click()
  await expect(editor).toHaveValue('about 5 hundred')
  await editor.press('Escape')
  await expect(cell).toBeFocused()
  await expect(cell).toHaveAccessibleName(/: 540 km, 63 of 100/)
})

test('yes and no are chosen, not typed', async ({ laptop, comparison, page }) => {
  await comparison.cell('Heat pump', 'Hyundai IONIQ 5').dblclick()
  const choice = comparison.grid.getByRole('combobox', { name: 'Heat pump, Hyundai IONIQ 5' })
  await choice.selectOption('Yes')
  await page.keyboard.press('Enter')
  await expect(comparison.cell('Heat pump', 'Hyundai IONIQ 5')).toHaveAccessibleName(/: Yes, /)
  await expectToAgree(comparison, await view(laptop))
})

test('a weight follows the mouse before it is let go, and is one step to undo', async ({ laptop, comparison, window }) => {
  let dragged = 0
  await comparison.drag('No exhaust', 8, async () => {
    dragged = Number(await comparison.slider('No exhaust').inputValue())
    expect(dragged).toBeLessThan(12)
    await expectToAgree(comparison, await view(laptop, { 'No exhaust': dragged }))
    await expect(window.button('Nothing to undo')).toBeVisible()
  })
  await expect(comparison.slider('No exhaust')).toHaveValue(String(dragged))
  await expect(comparison.optionHead('Extend the diesel leases')).toHaveAccessibleName(/ rank 1,/)
  await window.isSaved()
  await expectToAgree(comparison, await view(laptop))
  await window.button('Undo: weight of No exhaust').click()
  await expect(comparison.slider('No exhaust')).toHaveValue('55')
  await expect(window.button('Nothing to undo')).toBeVisible()
})

test('a weight is typed as a number or stepped by keys, and shares and ranks follow', async ({ laptop, comparison, page, window }) => {
  await comparison.setPoints('List price in Germany', 20)
  await expect(comparison.slider('List price in Germany')).toHaveValue('20')
  await window.isSaved()
  await expectToAgree(comparison, await view(laptop))

  await comparison.cell('Wheelbase', 'Polestar 2').focus()
  await page.keyboard.press('w')
  await expect(comparison.slider('Wheelbase')).toBeFocused()
  for (let step = 0; step < 5; step += 1) await page.keyboard.press('ArrowRight')
  await expect(comparison.points('Wheelbase')).toHaveValue('30')
  await expect.poll(async () => (await view(laptop)).points.at(-1)).toBe(30)
  await expectToAgree(comparison, await view(laptop))
})

test('a must-have rules out whoever does not meet it, the option that is ours too, and says why', async ({ laptop, comparison, page, window }) => {
  await comparison.choose('Tesla Model 3', 'Edit option')
  const option = window.dialog('Edit option')
  await option.getByLabel('What it is').selectOption('Ours')
  await option.getByRole('button', { name: 'Save' }).click()
  await expect(comparison.optionHead('Tesla Model 3')).toHaveAccessibleName(/Ours, rank 1/)

  await comparison.cell('Length', 'Tesla Model 3').focus()
  await page.keyboard.press('m')
  const criterion = window.dialog('Edit criterion')
  await criterion.getByLabel('At most').fill('4700')
  await criterion.getByRole('button', { name: 'Save' }).click()
  await expect(criterion).toBeHidden()

  await expect(comparison.optionHead('Tesla Model 3')).toHaveAccessibleName(/, Ours, no total, fails “Length”/)
  await expect(comparison.cell('Length', 'Tesla Model 3')).toHaveAccessibleName(/fails this must-have/)
  await expect(comparison.optionHead('Extend the diesel leases')).toHaveAccessibleName(/ rank 1,/)
  await window.isSaved()
  await expectToAgree(comparison, await view(laptop))

  await comparison.cell('Length', 'Tesla Model 3').focus()
  await page.keyboard.press('m')
  await expect(comparison.optionHead('Tesla Model 3')).toHaveAccessibleName(/Ours, rank 1/)
})

test('a value without a source does not count; with one, its kind, origin and date are there to read', async ({ laptop, comparison, page, window }) => {
  await comparison.fill('Peak fast charging', 'Extend the diesel leases', '110')
  await expect(comparison.cell('Peak fast charging', 'Extend the diesel leases')).toHaveAccessibleName(/no source yet, so it does not count/)
  await window.isSaved()
  await expectToAgree(comparison, await view(laptop))

  await page.keyboard.press('Space')
  const sources = comparison.sources('Peak fast charging', 'Extend the diesel leases')
  await sources.getByRole('button', { name: 'Add source' }).click()
  const dialog = window.dialog('Add source')
  await dialog.getByLabel('How do we know?').selectOption('Measured')
  await dialog.getByLabel('Source', { exact: true }).fill('Day with the fleet manager')
  await dialog.getByLabel('Address').fill('Log book, page 7')
  await dialog.getByLabel('Seen on').fill('2026-01-05')
  await dialog.getByRole('button', { name: 'Add source' }).click()

  await expect(comparison.cell('Peak fast charging', 'Extend the diesel leases')).toHaveAccessibleName(/: 110 kW, 7 of 100, tested/)
  await window.isSaved()
  await expectToAgree(comparison, await view(laptop))
  await comparison.openSources('Peak fast charging', 'Extend the diesel leases')
  await expect(sources).toContainText('Day with the fleet manager')
  await expect(sources).toContainText('Measured · seen 5 Jan 2026')
  await expect(sources).toContainText('Log book, page 7')
  await page.keyboard.press('Escape')
  await expect(comparison.cell('Peak fast charging', 'Extend the diesel leases')).toBeFocused()
})

test('undo by keyboard leads back to the very beginning, and redo to the end again', async ({ comparison, page, window }) => {
  await expect(comparison.answer).toContainText('plausible cases')
  const start = await comparison.asRead()
  await comparison.fill('WLTP range', 'Polestar 2', '620')
  await comparison.setPoints('Length', 90)
  await comparison.choose('Polestar 2', 'Move right')
  await comparison.cell('Heat pump', 'Tesla Model 3').focus()
  await page.keyboard.press('m')
  await page.getByRole('button', { name: 'Option', exact: true }).click()
  await window.dialog('New option').getByLabel('Name').fill('Kestrel van')
  await window.dialog('New option').getByRole('button', { name: 'Add option' }).click()
  await expect(comparison.optionHead('Kestrel van')).toBeVisible()
  await comparison.cell('WLTP range', 'Kestrel van').focus()
  await expect(comparison.why).toContainText('Kestrel van is not ranked')
  await expect(comparison.answer).toContainText('plausible cases')
  await expect(window.button('Undo: new option')).toBeVisible()
  const end = await comparison.asRead()
  expect(end).not.toBe(start)

  for (const label of ['new option', 'Heat pump', 'order of the options', 'weight of Length', '“WLTP range” of Polestar 2']) {
    await expect(window.button(`Undo: ${label}`)).toBeVisible()
    await page.keyboard.press('Control+z')
  }
  await expect(window.button('Nothing to undo')).toBeVisible()
  await expect.poll(() => comparison.asRead()).toBe(start)
  for (const label of ['“WLTP range” of Polestar 2', 'weight of Length', 'order of the options', 'Heat pump', 'new option']) {
    await expect(window.button(`Redo: ${label}`)).toBeVisible()
    await page.keyboard.press('Control+Shift+z')
  }
  await expect(window.button('Nothing to redo')).toBeVisible()
  await expect.poll(() => comparison.asRead()).toBe(end)
})

test('weights are agreed with names and a day; what is moved later is a trial until it is reset', async ({ comparison, page, window }) => {
  await comparison.setPoints('Wheelbase', 70)
  await expect(comparison.weights).toContainText('Trial: 1 weight differs')
  await page.getByRole('button', { name: 'Agree these weights' }).click()
  const dialog = window.dialog('Agree these weights')
  await dialog.getByLabel('Runa Holvik').check()
  await dialog.getByLabel('Others').fill('Ada Lind')
  await dialog.getByRole('button', { name: 'Agree', exact: true }).click()
  await expect(comparison.weights).toContainText(/Agreed on .* with Runa Holvik and Ada Lind/)

  await comparison.setPoints('Wheelbase', 10)
  await comparison.setPoints('Length', 99)
  await expect(comparison.weights).toContainText('Trial: 2 weights differ')
  await window.button('Reset to agreed').click()
  await expect(comparison.slider('Wheelbase')).toHaveValue('70')
  await expect(comparison.slider('Length')).toHaveValue('40')
  await expect(comparison.weights).toContainText(/Agreed on .* with Runa Holvik and Ada Lind/)
})

test('a new comparison begins with the three options that nobody thinks of, and they cannot be removed', async ({ window, page }) => {
  await window.startEmpty('Own practice', 'Kim Berg')
  await window.createAccount('Fabrikam')
  const comparison = await window.createComparison('Warehouse 2027', 'Which warehouse system from 2027?')
  for (const name of ['Stay as is', 'Do it in-house', 'A newcomer']) {
    await expect(comparison.optionHead(name)).toBeVisible()
    const menu = await comparison.menu(name)
    await expect(menu.getByRole('menuitem', { name: 'Set aside with a reason' })).toBeVisible()
    await expect(menu.getByRole('menuitem', { name: 'Remove' })).toBeHidden()
    await page.keyboard.press('Escape')
    await expect(menu).toBeHidden()
  }
  await expect(comparison.why).toContainText('Nothing is asked of the options yet.')
})

test('the buyer takes a PDF and a web page away: the question, the options, the sources, and nothing that is only ours', async ({ laptop, desk, comparison, window, page }) => {
  const marker = 'Zanzibar'
  const marked = `${marker} only for us`
  await comparison.choose('Tesla Model 3', 'Edit option')
  await window.dialog('Edit option').getByLabel('Our margin and other notes').fill(marked)
  await window.dialog('Edit option').getByRole('button', { name: 'Save' }).click()
  const sources = await comparison.openSources('Wheelbase', 'Polestar 2')
  await sources.getByLabel('Note about this cell').fill(marked)
  await sources.getByRole('button', { name: /^Edit source/ }).click()
  await window.dialog('Edit source').getByLabel('Note', { exact: true }).fill(marked)
  await window.dialog('Edit source').getByRole('button', { name: 'Save' }).click()
  await comparison.why.getByLabel('Notes on this comparison').fill(marked)
  await page.getByRole('navigation', { name: 'Where you are' }).getByRole('button', { name: fleet.account }).click()
  await page.getByLabel('Notes on this account').fill(marked)
  await window.isSaved()
  await window.button(fleet.comparison).click()
  await window.button('Take away').click()

  const preview = page.frameLocator('iframe[title="Preview of the brief"]')
  await expect(preview.getByRole('heading', { level: 1 })).toHaveText('What should our 48 inspectors drive when the diesel leases end?')
  const files = { pdf: join(desk.root, 'brief.pdf'), html: join(desk.root, 'brief.html') }
  for (const [button, path] of [['Save PDF', files.pdf], ['Save web page', files.html]] as const) {
    await laptop.answerSaveDialog(path)
    await window.button(button).click()
    await expect(page.getByRole('status').filter({ hasText: 'Saved' }).filter({ hasText: path.slice(desk.root.length + 1) })).toBeVisible()
  }
  await page.getByRole('button', { name: 'Show in folder' }).click()
  await expect.poll(() => laptop.handedOut()).toEqual([files.html])

  const { snapshot } = await accountOf(laptop, fleet.account)
  const [facts] = inOrder(snapshot.comparisons)
  expect(JSON.stringify(snapshot).split(marked)).toHaveLength(6)
  const html = await readFile(files.html, 'utf8')
  const { today } = valueOf(await laptop.invoke('app.start', {}))
  const buyerView = facts ? toBuyerView(snapshot, facts.id) : null
  if (!buyerView) throw new Error('There is nothing for the buyer')
  expect(html).toBe(briefHtml(buyerView, today))
  const texts = { pdf: pdfText(files.pdf), html: await page.evaluate((text) => new DOMParser().parseFromString(text, 'text/html').body.textContent, html) }
  for (const [format, text] of Object.entries(texts)) {
    for (const wanted of ['What should our 48 inspectors drive', 'Tesla Model 3', 'Extend the diesel leases', 'BMW i4', 'Buy and run our own cars', 'open-ev-data dataset']) expect(words(text), format).toContain(wanted)
    for (const internal of [marker, 'nine hundred', 'pays us best', 'hinted', 'Two hundred a car', 'do not push', 'stranded']) expect(words(text), format).not.toContain(internal)
  }
  expect(html).not.toContain(marker)
  expect(await reachesOutside(page, html)).toEqual([])
})

function pdfText(path: string): string {
  const read = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })
  if (read.status !== 0) throw new Error(`pdftotext: ${read.error?.message ?? read.stderr}`)
  return read.stdout
}

/** Lines broken by a page are no difference. */
function words(text: string | null): string {
  return (text ?? '').replace(/\s+/g, ' ')
}

/** Everything in a page that would run, or fetch something by itself. Links that somebody has to follow are none. */
function reachesOutside(page: Page, html: string): Promise<readonly string[]> {
  return page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'text/html')
    return [...parsed.querySelectorAll('*')].flatMap((element) => {
      const name = element.tagName.toLowerCase()
      const runs = ['script', 'link', 'iframe', 'object', 'embed', 'base', 'form', 'img', 'video', 'audio'].includes(name) ? [name] : []
      const attributes = [...element.attributes].filter((attribute) => attribute.name.startsWith('on') || (name !== 'a' && /(https?:)?\/\//i.test(attribute.value)))
      const styles = name === 'style' && /@import|https?:|url\((?!#)/i.test(element.textContent ?? '') ? ['style'] : []
      return [...runs, ...attributes.map((attribute) => `${name} ${attribute.name}`), ...styles]
    })
  }, html)
}
