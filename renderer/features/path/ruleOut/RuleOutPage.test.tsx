import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inOrder } from '#shared/domain/schema/order'
import type { FakeDesktop } from '../../../testing/fakeDesktop'
import { renderApp } from '../../../testing/renderApp'
import { fleet, sampleDesktop } from '../../../testing/sampleDesktop'

describe('ruling out', () => {
  let desktop: FakeDesktop
  let app: Awaited<ReturnType<typeof renderApp>>
  beforeEach(async () => {
    desktop = sampleDesktop()
    app = await renderApp(desktop, { kind: 'ruleOut', accountId: fleet.accountId, comparisonId: fleet.comparison.id })
    await screen.findByRole('heading', { level: 1, name: /^What is not acceptable/ })
  })
  afterEach(() => app.close())

  const row = (option: string) => {
    const found = screen.getAllByRole('row').find((candidate) => candidate.textContent.startsWith(option))
    if (!found) throw new Error(`No row of ${option}`)
    return found.textContent
  }
  const option = (name: string) => inOrder(desktop.accountOf(fleet.accountId).comparisons[fleet.comparison.id]?.options ?? {}).find((candidate) => candidate.name === name)

  it('says of each option whether it passes, fails or nobody knows, and a new limit moves it', async () => {
    const { user } = app
    expect(row('BMW i4')).toContain('fails: €61,900')
    expect(row('Hyundai IONIQ 5')).toContain('not known')
    expect(row('Polestar 2')).toContain('Still in')
    await user.click(screen.getByRole('button', { name: 'Edit must-have: List price in Germany' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Edit must-have' }))
    const most = dialog.getByRole('textbox', { name: 'At most (EUR)' })
    await user.clear(most)
    await user.type(most, 'cheap')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    expect(dialog.getByText('Write the limit as a number.')).toBeTruthy()
    await user.clear(most)
    await user.type(most, '45,000')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(row('Polestar 2')).toContain('Out'))
    const out = within(screen.getByRole('list', { name: 'Who is out, and why' }))
    expect(out.getAllByText('Does not meet “List price in Germany” (at most €45,000).')).toHaveLength(2)
  })

  it('lets nobody leave without a reason, and lets everybody come back', async () => {
    const { user } = app
    await user.click(screen.getByRole('button', { name: 'Set aside Tesla Model 3' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Set aside Tesla Model 3' }))
    await user.click(dialog.getByRole('button', { name: 'Set aside' }))
    expect(desktop.editsSent()).toHaveLength(0)
    await user.type(dialog.getByRole('textbox', { name: 'Why it is out' }), 'Too low for ladders')
    await user.click(dialog.getByRole('button', { name: 'Set aside' }))
    expect(await screen.findByDisplayValue('Too low for ladders')).toBeTruthy()
    await waitFor(() => expect(option('Tesla Model 3')?.setAsideReason).toBe('Too low for ladders'))
    await user.click(screen.getByRole('button', { name: 'Bring back Tesla Model 3' }))
    await waitFor(() => expect(option('Tesla Model 3')?.setAsideOn).toBeNull())
  })

  it('keeps what speaks for staying as is, in the words of whoever types', async () => {
    const field = screen.getByRole('textbox', { name: 'What speaks for and against: Extend the diesel leases' })
    await app.user.type(field, ' No new chargers.')
    await app.user.tab()
    await waitFor(() => expect(option('Extend the diesel leases')?.argument).toMatch(/ No new chargers\.$/))
  })
})
