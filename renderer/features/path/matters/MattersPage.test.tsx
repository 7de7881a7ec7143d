import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inOrder } from '#shared/domain/schema/order'
import { readAccount } from '#shared/domain/schema/readAccount'
import { fakeId, FakeDesktop } from '../../../testing/fakeDesktop'
import { renderApp } from '../../../testing/renderApp'

const accountId = fakeId('harbour')

describe('what matters', () => {
  let desktop: FakeDesktop
  let app: Awaited<ReturnType<typeof renderApp>>
  beforeEach(async () => {
    desktop = new FakeDesktop()
    desktop.keep(accountId, readAccount({ profile: { name: 'Harbour Works' } }))
    app = await renderApp(desktop, { kind: 'matters', accountId })
    await screen.findByRole('heading', { level: 1, name: /^What must this do for you/ })
  })
  afterEach(() => app.close())

  const account = () => desktop.accountOf(accountId)
  const criteria = () => inOrder(inOrder(account().comparisons)[0]?.criteria ?? {})

  async function writeNeeds(...quotes: readonly string[]): Promise<void> {
    await app.user.click(screen.getByRole('textbox', { name: 'What must it do for you?' }))
    for (const quote of quotes) await app.user.keyboard(`${quote}{Enter}`)
    await waitFor(() => expect(inOrder(account().needs)).toHaveLength(quotes.length))
  }

  async function ask(question: string, title: string): Promise<void> {
    await app.user.type(screen.getByRole('textbox', { name: 'Question' }), question)
    await app.user.type(screen.getByRole('textbox', { name: 'Title' }), title)
    await app.user.click(screen.getByRole('button', { name: 'Start the comparison' }))
    await screen.findByRole('region', { name: 'What matters more' })
  }

  async function makeCriterion(need: string, name: string): Promise<void> {
    await app.user.click(screen.getByRole('button', { name: `Ask of the options: ${need}` }))
    await app.user.click(await screen.findByRole('menuitem', { name: 'A new criterion' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'New criterion from a need' }))
    await app.user.type(dialog.getByRole('textbox', { name: 'Name' }), name)
    await app.user.click(dialog.getByRole('button', { name: 'Add criterion' }))
    await waitFor(() => expect(criteria().some((criterion) => criterion.name === name)).toBe(true))
  }

  it('turns needs, ticked and in order, into weights to start from, in one step to undo', async () => {
    const { user } = app
    await writeNeeds('It lifts 20 tons', 'It is quiet', 'It pays back in 5 years')
    await ask('Which crane?', 'Crane')
    await makeCriterion('It lifts 20 tons', 'Load')
    await makeCriterion('It is quiet', 'Noise')
    expect(screen.queryByRole('button', { name: 'Use this order as starting weights' })).toBeNull()
    for (const need of ['It lifts 20 tons', 'It is quiet']) await user.click(screen.getByRole('checkbox', { name: `Yes, that is it: ${need}` }))
    await user.click(await screen.findByRole('button', { name: 'Use this order as starting weights' }))
    await waitFor(() => expect(criteria().map(({ points }) => points)).toEqual([100, 33]))
    expect(screen.getByText('These are the weights of the comparison.')).toBeTruthy()

    await user.click(screen.getByRole('button', { name: 'Move up: It is quiet' }))
    expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Move up: It is quiet' }))
    expect(screen.getByText('It is quiet: now 1 of 3')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Use this order as starting weights' }))
    await waitFor(() => expect(criteria().map(({ points }) => points)).toEqual([33, 100]))
    await user.click(screen.getByRole('button', { name: 'Undo: starting weights' }))
    await waitFor(() => expect(criteria().map(({ points }) => points)).toEqual([100, 33]))
  })

  it('asks before it takes the place of a weight that was moved by hand', async () => {
    const { user } = app
    await writeNeeds('It lifts 20 tons')
    await ask('Which crane?', 'Crane')
    await makeCriterion('It lifts 20 tons', 'Load')
    await user.click(screen.getByRole('checkbox', { name: 'Yes, that is it: It lifts 20 tons' }))
    const [comparison] = inOrder(account().comparisons)
    desktop.teamEdits(accountId, [{ kind: 'set', at: `comparisons/${comparison?.id}/criteria/${criteria()[0]?.id}`, field: 'points', value: 40 }])
    expect(await screen.findByText(/^The weights of the comparison were moved since/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Use this order as starting weights' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Replace the weights?' }))
    expect(dialog.getByText('Load: 40 points now, 100 by the order')).toBeTruthy()
    await user.click(dialog.getByRole('button', { name: 'Keep them' }))
    expect(criteria()[0]?.points).toBe(40)
    await user.click(screen.getByRole('button', { name: 'Use this order as starting weights' }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Replace 1 weight' }))
    await waitFor(() => expect(criteria()[0]?.points).toBe(100))
  })
})
