import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inOrder } from '#shared/domain/schema/order'
import type { FakeDesktop } from '../../../testing/fakeDesktop'
import { renderApp } from '../../../testing/renderApp'
import { fleet, sampleDesktop } from '../../../testing/sampleDesktop'

describe('what is agreed', () => {
  let desktop: FakeDesktop
  let app: Awaited<ReturnType<typeof renderApp>>
  beforeEach(async () => {
    desktop = sampleDesktop()
    app = await renderApp(desktop, { kind: 'agree', accountId: fleet.accountId, comparisonId: fleet.comparison.id })
    await screen.findByRole('heading', { level: 1, name: /^What is decided/ })
  })
  afterEach(() => app.close())

  const comparison = () => desktop.accountOf(fleet.accountId).comparisons[fleet.comparison.id]
  const readBack = () => within(screen.getByRole('region', { name: 'Read back' }))

  it('takes the reason of the engine only for what it speaks of, and never a reason that somebody wrote', async () => {
    const { user } = app
    const choice = screen.getByRole('combobox', { name: 'What do you choose?' })
    await user.selectOptions(choice, 'Tesla Model 3')
    await waitFor(() => expect(comparison()?.chosenWhy).toContain('Tesla Model 3'))
    expect(comparison()?.chosenOn).toBe('2026-11-21')
    await user.selectOptions(choice, 'Polestar 2')
    await waitFor(() => expect(comparison()?.chosenWhy).toBe(''))
    await user.type(screen.getByRole('textbox', { name: 'Why, in your words' }), 'We know the dealer')
    await user.selectOptions(choice, 'Tesla Model 3')
    await waitFor(() => expect(comparison()?.chosenOption).not.toBeNull())
    expect(comparison()?.chosenWhy).toBe('We know the dealer')
  })

  it('is ticked by name, and keeps the words as they were ticked', async () => {
    const { user } = app
    const before = inOrder(desktop.accountOf(fleet.accountId).meetings).length
    await user.click(readBack().getByRole('button', { name: 'Yes, that is it' }))
    expect(readBack().getByText(/^Who says so/)).toBeTruthy()
    await user.type(readBack().getByRole('combobox', { name: 'Name of the buyer who agrees' }), 'Nadja Ferrant')
    await user.click(readBack().getByRole('button', { name: 'Yes, that is it' }))
    expect(await readBack().findByText('Ticked by Nadja Ferrant on 21 Nov 2026')).toBeTruthy()
    const account = desktop.accountOf(fleet.accountId)
    const ticked = inOrder(account.meetings).find((meeting) => account.people[meeting.confirmedBy ?? '']?.name === 'Nadja Ferrant')
    expect(ticked).toMatchObject({ comparison: fleet.comparison.id, confirmedOn: '2026-11-21' })
    expect(ticked?.decided).toContain('You have not chosen yet.')
    expect(inOrder(account.meetings)).toHaveLength(before + 1)
    expect(readBack().queryByRole('button', { name: 'Yes, that is it' })).toBeNull()

    await user.type(screen.getByRole('textbox', { name: 'What was promised?' }), 'Call on Monday{Enter}')
    expect(await readBack().findByText(/^It reads differently now/)).toBeTruthy()
    expect(readBack().getByRole('button', { name: 'Yes, that is it' })).toBeTruthy()
  })
})
