import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readAccount } from '#shared/domain/schema/readAccount'
import { inOrder } from '#shared/domain/schema/order'
import { fakeId, FakeDesktop } from '../../../testing/fakeDesktop'
import { renderApp } from '../../../testing/renderApp'

const accountId = fakeId('harbour')

describe('what the buyer has found', () => {
  let desktop: FakeDesktop
  let app: Awaited<ReturnType<typeof renderApp>>
  beforeEach(async () => {
    desktop = new FakeDesktop()
    desktop.keep(accountId, readAccount({ profile: { name: 'Harbour Works' } }))
    app = await renderApp(desktop, { kind: 'found', accountId })
    await screen.findByRole('heading', { level: 1, name: /^What have you already found/ })
  })
  afterEach(() => app.close())

  const findings = () => inOrder(desktop.accountOf(accountId).findings)
  const contradictions = () => inOrder(desktop.accountOf(accountId).contradictions)

  it('is noted line by line with Enter, and a contradiction waits for an owner', async () => {
    const { user } = app
    const field = screen.getByRole('textbox', { name: 'What did you read or hear?' })
    await user.type(field, 'Cranes last 20 years{Enter}')
    expect(document.activeElement).toBe(field)
    await user.keyboard('Cranes last 10 years{Enter}')
    await waitFor(() => expect(findings().map(({ claim }) => claim)).toEqual(['Cranes last 20 years', 'Cranes last 10 years']))

    await user.click(screen.getByRole('button', { name: 'Add contradiction' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'New contradiction' }))
    await user.type(dialog.getByLabelText('What would settle it'), 'The maintenance book')
    await user.click(dialog.getByRole('button', { name: 'Add contradiction' }))
    expect(await screen.findByText('Still open: 1 contradiction has no owner.')).toBeTruthy()
    await waitFor(() => expect(contradictions()).toMatchObject([{ oneFinding: findings()[0]?.id, otherFinding: findings()[1]?.id, state: 'open' }]))

    await user.click(screen.getByRole('button', { name: /^Edit contradiction/ }))
    const edit = within(await screen.findByRole('dialog', { name: 'Edit contradiction' }))
    await user.selectOptions(edit.getByLabelText('Who sees to it'), 'The buyer')
    await user.type(edit.getByLabelText('Name'), 'Dana')
    await user.click(edit.getByRole('button', { name: 'Save' }))
    expect(await screen.findByText('Nothing is open here.')).toBeTruthy()
    expect(desktop.editsSent().at(-1)?.map((edit) => 'field' in edit && edit.field)).toEqual(['ownerSide', 'owner'])
  })

  it('is removed without asking and comes back with one press', async () => {
    const { user } = app
    await user.type(screen.getByRole('textbox', { name: 'What did you read or hear?' }), 'Cranes rust{Enter}')
    await user.click(await screen.findByRole('button', { name: 'Remove finding: Cranes rust' }))
    expect(screen.queryByText('Cranes rust')).toBeNull()
    await user.click(within(screen.getByRole('region', { name: 'Messages' })).getByRole('button', { name: 'Undo' }))
    expect(await screen.findByText('Cranes rust')).toBeTruthy()
  })

  it('leads to the next step by button and by Alt with an arrow or a number, and reads its question', async () => {
    const { user, model } = app
    await user.click(screen.getByRole('button', { name: 'Next: Matters' }))
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1, name: /^What must this do for you/ }))
    await user.keyboard('{Alt>}{ArrowLeft}{/Alt}')
    expect(model.place.getState().place.kind).toBe('found')
    await user.keyboard('{Alt>}4{/Alt}')
    expect(model.place.getState().place).toEqual({ kind: 'firstQuestion', accountId, step: 'compare' })
    await user.type(screen.getByRole('textbox', { name: 'Question' }), 'Which crane?')
    await user.type(screen.getByRole('textbox', { name: 'Title' }), 'Crane')
    await user.click(screen.getByRole('button', { name: 'Start the comparison' }))
    expect(await screen.findByRole('grid', { name: 'Crane' })).toBeTruthy()
  })
})
