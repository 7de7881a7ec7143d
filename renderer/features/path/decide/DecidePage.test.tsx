import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { inOrder } from '#shared/domain/schema/order'
import type { FakeDesktop } from '../../../testing/fakeDesktop'
import { renderApp } from '../../../testing/renderApp'
import { fleet, sampleDesktop } from '../../../testing/sampleDesktop'

describe('the answer of a comparison', () => {
  let desktop: FakeDesktop
  let app: Awaited<ReturnType<typeof renderApp>>

  beforeEach(async () => {
    desktop = sampleDesktop()
    app = await renderApp(desktop, { kind: 'decide', accountId: fleet.accountId, comparisonId: fleet.comparison.id })
    await screen.findByText(/ahead in \d+ of 100 plausible cases/)
  })
  afterEach(() => app.close())

  const stored = () => desktop.accountOf(fleet.accountId).comparisons[fleet.comparison.id]

  it('says what speaks against it too, what would change it, and how much each weight could move', () => {
    const why = within(screen.getByRole('region', { name: 'Why' }))
    expect(why.getAllByText(/points? for Extend the diesel leases/).length).toBeGreaterThan(0)
    const change = within(screen.getByRole('region', { name: 'What would change it' }))
    expect(change.getAllByText(/stays first/).length).toBe(7)
    expect(screen.getByText(/seed 20261/)).toBeTruthy()
  })

  it('follows a moved weight, says that it is a trial, and agrees it with who was there', async () => {
    const answer = screen.getByRole('region', { name: 'What comes out' }).textContent
    fireEvent.change(screen.getByRole('slider', { name: 'No exhaust' }), { target: { value: '0' } })
    await screen.findByText('Trial, not the agreed weights')
    await waitFor(() => expect(screen.getByRole('region', { name: 'What comes out' }).textContent).not.toBe(answer))
    await app.user.click(screen.getByRole('button', { name: 'Agree these weights' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Agree these weights' }))
    await app.user.click(dialog.getByRole('button', { name: 'Agree' }))
    await waitFor(() => expect(stored()?.agreedOn).toBe('2026-11-21'))
    expect(screen.queryByText('Trial, not the agreed weights')).toBeNull()
  })

  it('keeps who pays and the limits of an option as they are typed', async () => {
    const paid = screen.getByRole('textbox', { name: 'Who pays us for this advice' })
    await app.user.clear(paid)
    await app.user.type(paid, 'You, by the hour')
    const option = inOrder(fleet.comparison.options).find(({ name }) => name === 'Polestar 2')
    await app.user.type(screen.getByRole('textbox', { name: 'Limits of Polestar 2, and who should not choose it' }), 'Little room')
    fireEvent.blur(document.activeElement as HTMLElement)
    await waitFor(() => expect(stored()?.options[option?.id ?? '']?.limits).toBe('Little room'))
    expect(stored()?.paidBy).toBe('You, by the hour')
  })
})
