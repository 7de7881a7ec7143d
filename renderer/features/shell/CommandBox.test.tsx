import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { inOrder } from '#shared/domain/schema/order'
import type { Found } from '#shared/ipc/contract'
import type { Place } from '../../model/Place'
import type { FakeDesktop } from '../../testing/fakeDesktop'
import { renderApp } from '../../testing/renderApp'
import { fleet, sample, sampleDesktop } from '../../testing/sampleDesktop'

describe('the command box', () => {
  let app: Awaited<ReturnType<typeof renderApp>> | undefined
  afterEach(() => app?.close())

  async function open(desktop: FakeDesktop, place: Place = { kind: 'accounts' }) {
    app = await renderApp(desktop, place)
    await app.user.keyboard('{Control>}k{/Control}')
    return { ...app, box: await screen.findByRole('combobox', { name: 'Command box' }) }
  }
  const inBox = () => within(screen.getByRole('dialog', { name: 'Command box' }))
  const selected = (): HTMLElement => inBox().getByRole('option', { selected: true })
  const [finding] = inOrder(fleet.account.findings)
  const [person] = inOrder(fleet.account.people)

  it('finds a finding by a word of it, marks the word, and goes to the step where it lies', async () => {
    const { user, model } = await open(sampleDesktop())
    const word = finding?.claim.split(' ').sort((one, other) => other.length - one.length)[0] ?? ''
    await user.keyboard(word)
    const line = (await screen.findAllByRole('option', { name: /Finding/ }))[0]
    expect([...(line?.querySelectorAll('mark') ?? [])].map((mark) => mark.textContent?.toLowerCase())).toContain(word.toLowerCase())
    await user.click(line!)
    await waitFor(() => expect(model.place.getState().place).toMatchObject({ kind: 'found' }))
  })

  it('groups what lies in the account one is in before the others, under its name', async () => {
    const { user, box } = await open(sampleDesktop(), { kind: 'account', accountId: fleet.accountId })
    await user.type(box, person?.name ?? '')
    const group = await screen.findByRole('group', { name: `Found in ${fleet.account.profile.name}` })
    expect(within(group).getByRole('option', { name: new RegExp(`${person?.name}.*Person`) })).toBeTruthy()
  })

  it('is a combobox whose active line the keys move, round and round', async () => {
    const { user, box } = await open(sampleDesktop())
    await user.type(box, 'theme')
    const options = await screen.findAllByRole('option', { name: /^Theme/ })
    expect(box.getAttribute('aria-activedescendant')).toBe(options[0]?.id)
    expect(document.getElementById(box.getAttribute('aria-controls') ?? '')?.getAttribute('role')).toBe('listbox')
    await user.keyboard('{ArrowDown}')
    expect(selected().textContent).toBe('Theme: dark')
    await user.keyboard('{ArrowUp}{ArrowUp}')
    expect(selected()).toBe(inBox().getAllByRole('option').at(-1))
    await user.keyboard('{Backspace}')
    expect(selected()).toBe(inBox().getAllByRole('option')[0])
  })

  it('shows no answer to what was typed before', async () => {
    const desktop = sampleDesktop()
    const waiting: { readonly text: string; readonly answer: (found: readonly Found[]) => void }[] = []
    desktop.answerSearch = (text) => new Promise((resolve) => text !== '' && waiting.push({ text, answer: (found) => resolve({ ok: true, value: { found, isComplete: true } }) }))
    const { user, box } = await open(desktop)
    const hit = (title: string): Found => ({ kind: 'person', accountId: fleet.accountId, accountName: 'Marlind', id: title, comparisonId: null, title, detail: '', words: [] })
    await user.type(box, 'first')
    await waitFor(() => expect(waiting).toHaveLength(1))
    await user.clear(box)
    await user.type(box, 'second')
    await waitFor(() => expect(waiting).toHaveLength(2))
    waiting[1]?.answer([hit('Late but right')])
    await screen.findByRole('option', { name: /Late but right/ })
    waiting[0]?.answer([hit('Too old')])
    await Promise.resolve()
    expect(screen.queryByRole('option', { name: /Too old/ })).toBeNull()
    expect(selected().textContent).toContain('Late but right')
  })

  it('says that nothing was found, and why a search did not work', async () => {
    const desktop = sampleDesktop()
    const { user, box } = await open(desktop)
    await user.type(box, 'qqqq')
    expect(await screen.findByText(/nothing in your accounts is called “qqqq”/)).toBeTruthy()
    expect(box.getAttribute('aria-expanded')).toBe('false')
    desktop.answerSearch = async () => ({ ok: false, error: { kind: 'vaultClosed', message: 'No workspace is open.' } })
    await user.type(box, 'q')
    expect(await screen.findByText('No workspace is open.')).toBeTruthy()
  })

  it('offers the accounts changed last, and finds every other', async () => {
    const { user, box, model } = await open(sampleDesktop())
    expect(screen.getAllByRole('option', { name: /^Go to (?!Today|Accounts|Settings|Review)/ }).length).toBeLessThanOrEqual(5)
    const last = sample.at(-1)
    await user.type(box, last?.account.profile.name ?? '')
    await user.click((await screen.findAllByRole('option', { name: /Account$/ }))[0]!)
    await waitFor(() => expect(model.place.getState().place).toEqual({ kind: 'account', accountId: last?.accountId }))
  })
})
