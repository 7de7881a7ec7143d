import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { inOrder } from '#shared/domain/schema/order'
import type { FakeDesktop } from '../../testing/fakeDesktop'
import { renderApp } from '../../testing/renderApp'
import { fleet, sampleDesktop } from '../../testing/sampleDesktop'

describe('the page of an account', () => {
  let app: Awaited<ReturnType<typeof renderApp>> | undefined
  afterEach(() => app?.close())

  async function open(desktop: FakeDesktop) {
    app = await renderApp(desktop, { kind: 'account', accountId: fleet.accountId })
    await screen.findByLabelText('Account name')
    return app
  }

  it('shows both values of a conflict with who and when, and keeps one by deciding', async () => {
    const desktop = sampleDesktop()
    const [option] = inOrder(fleet.comparison.options)
    const [criterion] = inOrder(fleet.comparison.criteria)
    const key = `${option?.id}:${criterion?.id}`
    const at = `comparisons/${fleet.comparison.id}`
    desktop.setConflicts(fleet.accountId, [
      {
        at,
        field: 'cellValue',
        key,
        values: [
          { value: 39_000, by: 'Robin Voss', writtenAt: '2026-11-21T14:02:00.000Z' },
          { value: '41000..43000', by: 'Kim Adeyemi', writtenAt: '2026-11-20T09:30:00.000Z' },
        ],
      },
    ])
    const { user } = await open(desktop)
    const card = within(screen.getByRole('region', { name: 'Two colleagues wrote different things' }))
    expect(card.getByText('List price in Germany of Extend the diesel leases in “Cars for 48 inspectors”')).toBeTruthy()
    expect(card.getByText('€39,000')).toBeTruthy()
    expect(card.getByText(/Robin Voss, 21 Nov 2026.*shows now/)).toBeTruthy()
    await user.click(card.getByRole('button', { name: /^Keep this.*€41,000–43,000/ }))
    await waitFor(() => expect(desktop.editsSent()).toEqual([[{ kind: 'resolveConflict', at, field: 'cellValue', key, value: '41000..43000' }]]))
    desktop.setConflicts(fleet.accountId, [])
    await waitFor(() => expect(screen.queryByText('Two colleagues wrote different things')).toBeNull())
  })

  it('removes a person without asking and offers to bring them back', async () => {
    const desktop = sampleDesktop()
    const { user } = await open(desktop)
    await user.click(screen.getByRole('button', { name: 'Remove Runa Holvik' }))
    expect(screen.queryByRole('button', { name: 'Edit Runa Holvik' })).toBeNull()
    await user.click(within(screen.getByRole('region', { name: 'Messages' })).getByRole('button', { name: 'Undo' }))
    expect(await screen.findByRole('button', { name: 'Edit Runa Holvik' })).toBeTruthy()
  })

  it('makes a comparison with the options that are always in and goes there', async () => {
    const desktop = sampleDesktop()
    const { user, model } = await open(desktop)
    await user.click(screen.getByRole('button', { name: 'New comparison' }))
    await user.type(screen.getByLabelText('Title'), 'Vans')
    await user.click(screen.getByRole('button', { name: 'Create comparison' }))
    await screen.findByRole('grid', { name: 'Vans' })
    const { place } = model.place.getState()
    const made = place.kind === 'compare' ? model.account.getState().entriesById[fleet.accountId] : undefined
    const comparison = made?.kind === 'open' && place.kind === 'compare' ? made.open.account.comparisons[place.comparisonId] : undefined
    expect(inOrder(comparison?.options ?? {}).map(({ kind }) => kind)).toEqual(['stayAsIs', 'inHouse', 'newcomer'])
  })

  it('is the doorway to the path: what each step waits for, and the first that waits for something', async () => {
    const desktop = sampleDesktop()
    const { user, model } = await open(desktop)
    const path = within(screen.getByRole('region', { name: 'The path' }))
    expect(path.getAllByRole('listitem').map((step) => step.textContent).slice(0, 1)).toEqual(['1 Founddone'])
    await user.click(path.getByRole('button', { name: /^Go on: / }))
    expect(model.place.getState().place).toMatchObject({ accountId: fleet.accountId, comparisonId: fleet.comparison.id })
    expect(screen.getByRole('button', { name: /^Next: / })).toBeTruthy()
  })

  it('parks with a reason, says so, and is taken up again', async () => {
    const desktop = sampleDesktop()
    const { user } = await open(desktop)
    const status = screen.getByRole('combobox', { name: 'Status (internal)' })
    await user.selectOptions(status, 'Parked')
    const dialog = within(await screen.findByRole('dialog', { name: 'Park this account' }))
    await user.click(dialog.getByRole('button', { name: 'Park' }))
    expect(desktop.editsSent()).toHaveLength(0)
    await user.type(dialog.getByRole('textbox', { name: 'Why' }), 'Budget next year')
    await user.click(dialog.getByRole('button', { name: 'Park' }))
    expect(await screen.findByText(/^Parked: Budget next year/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Take up again' }))
    await waitFor(() => expect(desktop.accountOf(fleet.accountId).profile).toMatchObject({ status: 'focus', parkedReason: '' }))
  })

  it('adds a meeting with day, time and who comes, and shows it as the next', async () => {
    const desktop = sampleDesktop()
    const { user } = await open(desktop)
    await user.click(screen.getByRole('button', { name: 'Add meeting' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'New meeting' }))
    await user.type(dialog.getByRole('textbox', { name: 'Title' }), 'A look at the yard')
    fireEvent.change(dialog.getByLabelText('Time'), { target: { value: '16:30' } })
    await user.click(dialog.getByRole('checkbox', { name: 'Tomas Brede' }))
    await user.click(dialog.getByRole('button', { name: 'Add meeting' }))
    const meetings = within(screen.getByRole('list', { name: 'Meetings' }))
    await waitFor(() => expect(meetings.getAllByRole('listitem')[0]?.textContent).toMatch(/^Next: A look at the yard21 Nov 2026, 16:30 \(today\)Tomas Brede/))
  })

  it('closes a promise as kept or broken, and an answer closes a question', async () => {
    const desktop = sampleDesktop()
    const { user } = await open(desktop)
    await user.type(screen.getByRole('textbox', { name: 'What was promised?' }), 'Call the yard{Enter}')
    await user.click(await screen.findByRole('button', { name: 'Broken: Call the yard' }))
    const promises = within(screen.getByRole('list', { name: 'Promises' }))
    expect(await promises.findByText('broken 21 Nov 2026')).toBeTruthy()

    await user.type(screen.getByRole('textbox', { name: 'What does nobody know yet?' }), 'Is it dry?{Enter}')
    await user.click(await screen.findByRole('button', { name: 'Answer: Is it dry?' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Question' }))
    await user.type(dialog.getByRole('textbox', { name: 'Answer' }), 'Yes')
    await user.click(dialog.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('answered 21 Nov 2026')).toBeTruthy()
  })

  it('says in the status bar that the disk is full, keeps the text, and sends it again on request', async () => {
    const desktop = sampleDesktop()
    const { user } = await open(desktop)
    desktop.failEdits({ kind: 'diskFull', message: 'The disk is full. Free some space, then try again.' })
    const industry = screen.getByLabelText<HTMLInputElement>('Industry')
    await user.clear(industry)
    await user.type(industry, 'Lifts')
    await user.tab()
    const status = within(screen.getByRole('contentinfo'))
    expect(await status.findByText(/^Not saved. The disk is full/)).toBeTruthy()
    expect(industry.value).toBe('Lifts')
    desktop.failEdits(null)
    await user.click(status.getByRole('button', { name: 'Try again' }))
    await waitFor(() => expect(desktop.accountOf(fleet.accountId).profile.industry).toBe('Lifts'))
    expect(await status.findByText(/^Saved on this laptop \d/)).toBeTruthy()
  })
})
