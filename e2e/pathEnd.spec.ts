import { spawnSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { inOrder } from '../shared/domain/schema/order'
import { expectAccessible } from './accessible'
import { accountOf } from './engineView'
import { expect, test } from './fixtures'
import type { Laptop } from './Laptop'

const account = 'Marlind Lift Inspection'

/** Goes to a step of the sample's comparison, by its address. */
async function openStep(laptop: Laptop, step: string): Promise<void> {
  const { page } = laptop
  await expect(page.getByText(account).first()).toBeVisible()
  const { accountId, snapshot } = await accountOf(laptop, account)
  const [comparison] = inOrder(snapshot.comparisons)
  await page.evaluate((hash) => (location.hash = hash), `#/accounts/${accountId}/${step}/${comparison?.id ?? ''}`)
}

test.describe('the end of the path', () => {
  test('one by one, by keyboard alone: an unknown value is asked with an owner, another left so on purpose', async ({ desk }) => {
    const laptop = await desk.laptop('laptop', { opensSample: true })
    const { page } = laptop
    await openStep(laptop, 'compare')
    await page.getByRole('button', { name: 'One by one' }).focus()
    await page.keyboard.press('Space')
    await expect(page.getByRole('heading', { level: 2, name: 'List price in Germany' })).toBeVisible()
    await page.getByRole('button', { name: 'Next', exact: true }).focus()
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('heading', { level: 2, name: 'Peak fast charging' })).toBeFocused()
    await expectAccessible(page, 'one by one')
    const before = (await accountOf(laptop, account)).snapshot
    await page.getByRole('button', { name: 'Ask', exact: true }).first().focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog', { name: 'New question' })
    await expect(dialog.getByLabel('Question')).toHaveValue(/^What is “Peak fast charging” of /)
    await dialog.getByRole('button', { name: 'Ask' }).click()
    await expect(page.getByText(/^Asked: /)).toBeVisible()
    await page.getByRole('button', { name: 'Accept as not known' }).last().click()
    await expect(page.getByText('Accepted as not known.').first()).toBeVisible()
    const { snapshot } = await accountOf(laptop, account)
    expect(Object.keys(snapshot.questions).length).toBeGreaterThan(Object.keys(before.questions).length)
    await page.getByRole('button', { name: 'One by one' }).click()
    await expect(page.getByRole('grid')).toBeVisible()
  })

  test('the answer says why, what speaks against it and what would change it; a moved weight is a trial until it is agreed', async ({ desk }) => {
    const laptop = await desk.laptop('laptop', { opensSample: true })
    const { page } = laptop
    await openStep(laptop, 'decide')
    const answer = page.getByRole('region', { name: 'What comes out' })
    await expect(answer).toContainText('Tesla Model 3')
    await expect(answer).toContainText(/ahead in \d+ of 100 plausible cases/)
    await expect(page.getByRole('region', { name: 'Why', exact: true })).toContainText('points for Extend the diesel leases')
    const change = page.getByRole('region', { name: 'What would change it' })
    await expect(change).toContainText('Tesla Model 3 stays first from 7 %. Below that, Extend the diesel leases is ahead.')
    // The printed limit holds in the running app: from 14 % down to below 7 % the other one leads.
    await expectAccessible(page, 'decide')
    const points = page.getByRole('textbox', { name: 'Points for No exhaust, 0 to 100' })
    await points.fill('20')
    await points.press('Enter')
    await expect(answer).toContainText('Trial, not the agreed weights')
    await expect(page.getByRole('table').first().getByRole('row').nth(1)).toContainText('Extend the diesel leases')
    await page.getByRole('button', { name: 'Reset to agreed' }).click()
    await expect(page.getByRole('table').first().getByRole('row').nth(1)).toContainText('Tesla Model 3')
    await expect(answer).not.toContainText('Trial')
  })

  test('the file tells the whole path, and saving it is noted in the account', async ({ desk }) => {
    const laptop = await desk.laptop('laptop', { opensSample: true })
    const { page } = laptop
    await openStep(laptop, 'take-away')
    await expect(page.getByText('Still open: no file is saved yet.')).toBeVisible()
    const path = join(desk.root, 'path.pdf')
    await laptop.answerSaveDialog(path)
    await page.getByRole('button', { name: 'Save PDF' }).click()
    await expect(page.getByText('Saved path.pdf')).toBeVisible()
    await expect(page.getByText('Still open: no file is saved yet.')).toHaveCount(0)
    await expect(page.getByText('Given so far: 1 file')).toBeVisible()
    const { snapshot } = await accountOf(laptop, account)
    expect(Object.values(snapshot.briefs).map(({ format, savedAt }) => [format, savedAt !== null])).toEqual([['pdf', true]])
    expect((await readFile(path)).subarray(0, 5).toString()).toBe('%PDF-')
    const text = spawnSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).stdout.replace(/\s+/g, ' ')
    for (const heading of ['What you found', 'Where it disagrees', 'What matters, in your words', 'Ruled out', 'How the options compare', 'Where each falls short', 'What would change it', 'Not known yet', 'Who pays us', 'Decided, open, next', 'Promised', 'Sources'])
      expect(text, heading).toContain(heading)
    const pages = /Pages:\s+(\d+)/.exec(spawnSync('pdfinfo', [path], { encoding: 'utf8' }).stdout)?.[1]
    expect(Number(pages)).toBeLessThanOrEqual(2)
  })
})
