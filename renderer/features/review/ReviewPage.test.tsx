import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { inOrder } from '#shared/domain/schema/order'
import type { FakeDesktop } from '../../testing/fakeDesktop'
import { renderApp } from '../../testing/renderApp'
import { sample, sampleDesktop } from '../../testing/sampleDesktop'
import type { Place } from '../../model/Place'

const tarn = sample.find(({ account }) => account.profile.name.startsWith('Tarn'))
if (!tarn) throw new Error('The sample has no account before a review')
const { accountId } = tarn

describe('a review', () => {
  let app: Awaited<ReturnType<typeof renderApp>> | undefined
  afterEach(() => app?.close())

  async function open(desktop: FakeDesktop, place: Place = { kind: 'reviewAccount', accountId }) {
    app = await renderApp(desktop, place)
    return app
  }
  const reviewsOf = (desktop: FakeDesktop) => inOrder(desktop.accountOf(accountId).reviews)

  it('is listed from the list of accounts alone, and opened from there', async () => {
    const desktop = sampleDesktop()
    const { user } = await open(desktop, { kind: 'review' })
    const waiting = within(await screen.findByRole('region', { name: 'Wait for a review' }))
    await user.click(waiting.getByRole('button', { name: 'Tarn and Wolde Surveyors' }))
    expect(await screen.findByRole('heading', { level: 1, name: 'Tarn and Wolde Surveyors' })).toBeTruthy()
    expect(await screen.findByText(/“Wet track” was our idea and carries 59 % of the weight/)).toBeTruthy()
  })

  it('asks for changes only where something was said, and keeps the version that was looked at', async () => {
    const desktop = sampleDesktop()
    const { user } = await open(desktop)
    await user.click(await screen.findByRole('button', { name: 'Ask for changes' }))
    expect(screen.getByText(/Say what should change/)).toBeTruthy()
    const [remarkOn] = await screen.findAllByRole('button', { name: /^Remark on: “Wet track”/ })
    if (!remarkOn) throw new Error('No line about our own idea')
    await user.click(remarkOn)
    await user.type(await screen.findByLabelText('Remark'), 'Ask the partners.')
    await user.click(screen.getByRole('button', { name: 'Leave remark' }))
    expect(await screen.findByText('Ask the partners.')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Ask for changes' }))
    await screen.findByRole('heading', { level: 1, name: 'Review' })
    await waitFor(() => expect(reviewsOf(desktop)).toMatchObject([{ decision: 'changesAsked', decidedBy: 'Robin Voss', version: '2' }]))
    const [review] = reviewsOf(desktop)
    expect(inOrder(review?.remarks ?? {})).toMatchObject([{ text: 'Ask the partners.', by: 'Robin Voss', state: 'open' }])
  })

  it('does not approve what nobody has looked at: a change that came meanwhile is shown first', async () => {
    const desktop = sampleDesktop()
    const { user } = await open(desktop)
    await screen.findByRole('button', { name: 'Approve' })
    await screen.findByRole('region', { name: 'Everything, since nothing was approved yet' })
    desktop.teamEdits(accountId, [{ kind: 'set', at: 'profile', field: 'industry', value: 'Forestry' }])
    const newer = within(await screen.findByRole('region', { name: 'Changed while you were looking' }))
    expect(newer.getByText(/Set the industry of the account to “Forestry”/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Approve' }))
    expect(await screen.findByText(/The account changed while you were looking/)).toBeTruthy()
    expect(reviewsOf(desktop)).toMatchObject([{ decision: 'waiting' }])
    await user.click(screen.getByRole('button', { name: 'Approve' }))
    await waitFor(() => expect(reviewsOf(desktop)).toMatchObject([{ decision: 'approved', version: '2' }]))
  })

  it('is compared with what was approved, and is one step to undo', async () => {
    const desktop = sampleDesktop()
    const { user } = await open(desktop)
    await user.click(await screen.findByRole('button', { name: 'Approve' }))
    await screen.findByRole('heading', { level: 1, name: 'Review' })
    await waitFor(() => expect(reviewsOf(desktop)).toMatchObject([{ decision: 'approved' }]))
    desktop.teamEdits(accountId, [{ kind: 'set', at: 'profile', field: 'industry', value: 'Forestry' }])
    await user.click(within(await screen.findByRole('region', { name: 'Approved' })).getByRole('button', { name: 'Tarn and Wolde Surveyors' }))
    const changed = within(await screen.findByRole('region', { name: /^Changed since the approval on 21 Nov 2026/ }))
    expect(changed.getAllByRole('listitem').map(({ textContent }) => textContent)).toHaveLength(1)
    await user.click(within(screen.getByRole('region', { name: 'Messages' })).getByRole('button', { name: 'Undo' }))
    await waitFor(() => expect(reviewsOf(desktop)).toMatchObject([{ decision: 'waiting' }]))
  })
})

describe('remarks on the page of an account', () => {
  let app: Awaited<ReturnType<typeof renderApp>> | undefined
  afterEach(() => app?.close())

  it('are answered and settled where they stand, and gone from there once settled', async () => {
    const desktop = sampleDesktop()
    const [review] = inOrder(desktop.accountOf(accountId).reviews)
    const id = 'm'.repeat(26)
    desktop.teamEdits(accountId, [{ kind: 'add', in: `reviews/${review?.id}/remarks`, id, fields: { text: 'Who decides?', by: 'Dana Ruiz' }, before: null }])
    app = await renderApp(desktop, { kind: 'account', accountId })
    const { user } = app
    const panel = within(await screen.findByRole('region', { name: 'Remarks of Dana Ruiz' }))
    expect(panel.getByText('The account as a whole')).toBeTruthy()
    await user.type(panel.getByRole('textbox', { name: 'Answer to the remark: Who decides?' }), 'Edda Tarn does.')
    await user.click(panel.getByRole('button', { name: 'Answer the remark: Who decides?' }))
    expect(await panel.findByText('Edda Tarn does.')).toBeTruthy()
    await user.click(panel.getByRole('button', { name: 'Settled: Who decides?' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Remarks of Dana Ruiz' })).toBeNull())
    const remark = desktop.accountOf(accountId).reviews[review?.id ?? '']?.remarks[id]
    expect(remark).toMatchObject({ answer: 'Edda Tarn does.', answeredBy: 'Robin Voss', state: 'settled' })
  })

  it('a review is asked for with one button, with what should be looked at', async () => {
    const desktop = sampleDesktop()
    const other = sample[0]
    if (!other) throw new Error('No sample')
    app = await renderApp(desktop, { kind: 'account', accountId: other.accountId })
    const { user } = app
    await user.click(await screen.findByRole('button', { name: 'Ask for a review' }))
    await user.type(await screen.findByLabelText('What should be looked at?'), 'The weights.')
    const dialog = within(screen.getByRole('dialog', { name: 'Ask for a review' }))
    await user.click(dialog.getByRole('button', { name: 'Ask for a review' }))
    const panel = within(screen.getByRole('region', { name: 'Review' }))
    expect(await panel.findByText(/Robin Voss asked for a review, 21 Nov 2026/)).toBeTruthy()
    expect(panel.queryByRole('button', { name: /Ask for a review/ })).toBeNull()
    await waitFor(() => expect(inOrder(desktop.accountOf(other.accountId).reviews)).toMatchObject([{ askedBy: 'Robin Voss', ask: 'The weights.', decision: 'waiting' }]))
  })
})
