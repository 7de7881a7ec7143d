import type { Page } from '@playwright/test'
import type { Edit } from '../shared/domain/edit/Edit'
import { expectAccessible } from './accessible'
import { expect, test } from './fixtures'
import type { Laptop } from './Laptop'
import { newId } from './newId'

/** Occurs nowhere but where the team keeps it to itself. */
const secret = 'kestrelq7z'

/** Writes the secret into every kind of place that is only ours, and opens the comparison at a step. */
async function openWithSecrets(laptop: Laptop, step: string): Promise<void> {
  const { page } = laptop
  await expect(page.getByText('Marlind Lift Inspection').first()).toBeVisible()
  const rows = await laptop.invoke('account.list', {})
  const row = rows.ok ? rows.value.rows.find(({ name }) => name === 'Marlind Lift Inspection') : undefined
  if (!row) throw new Error('The sample has no such account')
  const { accountId } = row
  const opened = await laptop.invoke('account.open', { accountId })
  if (!opened.ok) throw new Error(opened.error.message)
  const { comparisons, people, findings, evidence, meetings } = opened.value.snapshot
  const [comparison] = Object.values(comparisons)
  const [option] = Object.values(comparison?.options ?? {})
  const [criterion] = Object.values(comparison?.criteria ?? {})
  if (!comparison || !option || !criterion) throw new Error('The sample has no comparison')
  const at = `comparisons/${comparison.id}`
  const set = (place: string, field: string, key?: string): Edit => ({ kind: 'set', at: place, field, value: `${secret} ${field}`, ...(key === undefined ? {} : { key }) })
  const first = (entities: object): string => Object.keys(entities)[0] ?? ''
  const uncleared = newId()
  const edits: Edit[] = [
    set('profile', 'owner'),
    set('profile', 'parkedReason'),
    set(`people/${first(people)}`, 'needsToKnow'),
    set(`people/${first(people)}`, 'mail'),
    set(`findings/${first(findings)}`, 'note'),
    set(`evidence/${first(evidence)}`, 'note'),
    set(`${at}/options/${option.id}`, 'marginNote'),
    set(at, 'cellNote', `${option.id}:${criterion.id}`),
    { kind: 'writeText', at, field: 'notes', splice: { index: 0, remove: 0, insert: `${secret} notes ` } },
    { kind: 'writeText', at: `meetings/${first(meetings)}`, field: 'aims', splice: { index: 0, remove: 0, insert: `${secret} aims ` } },
    { kind: 'add', in: 'evidence', id: uncleared, fields: { claim: `${secret} rumour`, cleared: false }, before: null },
    { kind: 'set', at, field: 'cellEvidence', key: `${option.id}:${criterion.id}:${uncleared}`, value: true },
  ]
  const edited = await laptop.invoke('account.edit', { accountId, editId: newId(), edits })
  if (!edited.ok) throw new Error(edited.error.message)
  await page.evaluate((hash) => (location.hash = hash), `#/accounts/${accountId}/${step}/${comparison.id}`)
}

/** Every text the page can still reach, as the engine itself counts it after collecting what it cannot. */
async function heapOf(page: Page): Promise<string> {
  const session = await page.context().newCDPSession(page)
  const chunks: string[] = []
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => chunks.push(chunk))
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return chunks.join('')
}

test.describe('showing a comparison to the buyer', () => {
  test('leaves nothing internal in the page: not on the screen, not in its memory, not in what it can ask for', async ({ desk }) => {
    const laptop = await desk.laptop('laptop', { opensSample: true })
    const { page, app } = laptop
    await openWithSecrets(laptop, 'decide')
    await expect(page.getByRole('heading', { level: 1, name: 'What comes out, why, and what would change it?' })).toBeVisible()
    // The same search finds it where it belongs, so that not finding it means something.
    expect(await heapOf(page)).toContain(secret)

    await page.keyboard.press('F5')
    await expect(page.getByRole('heading', { level: 1, name: 'What you have found' })).toBeVisible()
    expect(page.url()).toBe('app://plumbline/buyer.html')
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((window) => window.isVisible()).length)).toBe(1)

    const titles: string[] = []
    const seen: string[] = []
    for (let last = ''; ; ) {
      const title = (await page.getByRole('heading', { level: 1 }).textContent()) ?? ''
      if (title === last) break
      titles.push(title)
      seen.push(await page.content())
      await expectAccessible(page, `for the buyer: ${title}`)
      last = title
      await page.keyboard.press('PageDown')
    }
    expect(titles.length).toBeGreaterThan(8)
    expect(seen.join('\n')).not.toContain(secret)
    expect(await heapOf(page)).not.toContain(secret)

    const answers = await page.evaluate(async () => {
      const { desktop } = window as unknown as { readonly desktop: { invoke(name: string, input: unknown): Promise<unknown> } }
      const asked = ['account.list', 'account.open', 'account.edit', 'account.conflicts', 'brief.preview', 'brief.export', 'app.start', 'workspace.list', 'sync.health', 'settings.change', 'buyer.show', 'buyer.view']
      return Promise.all(
        asked.map((name) =>
          desktop.invoke(name, {}).then(
            (answer) => `${name}: ${JSON.stringify(answer)}`,
            () => `${name}: refused`,
          ),
        ),
      )
    })
    expect(answers.filter((answer) => !answer.endsWith(': refused')).map((answer) => answer.split(':')[0])).toEqual(['buyer.view'])
    expect(answers.join('\n')).not.toContain(secret)
    expect(await page.evaluate(() => history.length)).toBe(1)
  })

  test('is left by Esc and Enter, back to the very place, and no key of ours works meanwhile', async ({ desk }) => {
    const laptop = await desk.laptop('laptop', { opensSample: true })
    const { page } = laptop
    await openWithSecrets(laptop, 'compare')
    await expect(page.getByRole('grid')).toBeVisible()
    const before = page.url()
    await page.getByRole('button', { name: 'Show to buyer' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'What you have found' })).toBeVisible()
    for (const keys of ['Control+k', 'Control+,', 'Control+1', 'F1', 'F5', 'Alt+ArrowLeft', 'Enter', 'Control+r']) await page.keyboard.press(keys)
    await expect(page.getByRole('heading', { level: 1, name: 'What you have found' })).toBeVisible()
    expect(page.url()).toBe('app://plumbline/buyer.html')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('alertdialog')).toContainText('Enter leaves')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('grid')).toBeVisible()
    expect(page.url()).toBe(before)
    const rows = await laptop.invoke('account.list', {})
    expect(rows.ok).toBe(true)
  })

  test('what was typed a moment before is there, and the weights the buyer tries are kept nowhere', async ({ desk }) => {
    const laptop = await desk.laptop('laptop', { opensSample: true })
    const { page } = laptop
    await openWithSecrets(laptop, 'decide')
    const paid = page.getByRole('textbox', { name: 'Who pays us for this advice' })
    await paid.fill('Nobody but you')
    await page.keyboard.press('F5')
    await expect(page.getByRole('heading', { level: 1, name: 'What you have found' })).toBeVisible()
    await page.keyboard.press('PageDown')
    await page.keyboard.press('PageDown')
    const slider = page.getByRole('slider', { name: 'No exhaust' })
    await slider.focus()
    await page.keyboard.press('Home')
    await expect(page.getByText('You are trying other weights.')).toBeVisible()
    await slider.blur()
    await page.keyboard.press('End')
    await page.keyboard.press('ArrowLeft')
    await expect(page.getByText('Who pays us for this advice: Nobody but you.')).toBeVisible()
    await page.keyboard.press('Escape')
    await page.keyboard.press('Enter')
    await expect(paid).toHaveValue('Nobody but you')
    await expect(page.getByRole('slider', { name: 'No exhaust' })).not.toHaveValue('0')
    await expect(page.getByText('Trial, not the agreed weights')).toHaveCount(0)
  })
})
