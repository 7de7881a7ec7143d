import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { FakeDesktop, fakeWorkspace } from './testing/fakeDesktop'
import { renderApp } from './testing/renderApp'
import { fleet, sampleDesktop } from './testing/sampleDesktop'

describe('the window', () => {
  let app: Awaited<ReturnType<typeof renderApp>> | undefined
  afterEach(() => app?.close())

  it('starts with three ways in and says why the last workspace did not open', async () => {
    const desktop = new FakeDesktop({ workspace: null, problem: 'The workspace is on a disk that is not there.' })
    app = await renderApp(desktop)
    expect(screen.getByRole('alert').textContent).toContain('on a disk that is not there')
    await app.user.click(screen.getByRole('button', { name: 'Start empty' }))
    const dialog = within(await screen.findByRole('dialog', { name: 'Start empty' }))
    await app.user.type(dialog.getByLabelText('Workspace'), 'North')
    await app.user.clear(dialog.getByLabelText('Your name'))
    await app.user.click(dialog.getByRole('button', { name: 'Start' }))
    expect(dialog.getByText('Your colleagues see this name.')).toBeTruthy()
    await app.user.type(dialog.getByLabelText('Your name'), 'Kim')
    await app.user.click(dialog.getByRole('button', { name: 'Start' }))
    expect(await screen.findByRole('heading', { name: /^Today/, level: 1 })).toBeTruthy()
    expect(desktop.calls).toContainEqual({ name: 'workspace.create', input: { name: 'North', memberName: 'Kim' } })
  })

  it('starts the day with the next meeting, what is still open before it, and the way into the path', async () => {
    app = await renderApp(sampleDesktop())
    const card = within(await screen.findByRole('region', { name: 'Next meeting' }))
    expect(card.getByRole('heading', { name: 'Sample: choosing the car' })).toBeTruthy()
    expect(card.getByText('1 contradiction is open')).toBeTruthy()
    expect(card.getByText('Everything is on this laptop')).toBeTruthy()
    await app.user.click(card.getByRole('button', { name: 'Open the path' }))
    expect(await screen.findByRole('heading', { name: /What have you already found/ })).toBeTruthy()
  })

  it('finds an account by a word of its industry and opens it', async () => {
    app = await renderApp(sampleDesktop())
    await app.user.click(await screen.findByRole('button', { name: 'Accounts' }))
    await app.user.type(await screen.findByLabelText('Find accounts'), 'lifts')
    await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(2))
    await app.user.click(screen.getByRole('button', { name: 'Marlind Lift Inspection' }))
    expect(await screen.findByLabelText('Account name')).toHaveProperty('value', 'Marlind Lift Inspection')
  })

  it('shows what happened, what is safe and what to do when a part of it fails', async () => {
    app = await renderApp(sampleDesktop())
    app.model.session.getState().bugMet('drawing', new Error('Something odd'))
    expect(await screen.findByRole('heading', { name: 'This window ran into a fault' })).toBeTruthy()
    expect(screen.getByText(/Your work is saved on this laptop/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Reload the window' })).toBeTruthy()
  })

  it('says on every page that part of the workspace cannot be read', async () => {
    app = await renderApp(new FakeDesktop({ workspace: { ...fakeWorkspace, damage: 'One file of this workspace cannot be read.' } }))
    expect((await screen.findByRole('alert')).textContent).toContain('One file of this workspace cannot be read.')
    await app.user.click(screen.getByRole('button', { name: 'Settings' }))
    expect(await screen.findByRole('heading', { name: 'Settings', level: 1 })).toBeTruthy()
    expect(screen.getByRole('alert').textContent).toContain('cannot be read')
  })

  it('says with one count what needs the member, and leads there', async () => {
    const desktop = sampleDesktop()
    app = await renderApp(desktop)
    desktop.setSync({ kind: 'waiting', waiting: 3 })
    expect(await screen.findByRole('button', { name: 'Waiting to sync (3)' })).toBeTruthy()
    desktop.setConflicts(fleet.accountId, [
      {
        at: 'profile',
        field: 'industry',
        key: null,
        values: [
          { value: 'A', by: null, writtenAt: null },
          { value: 'B', by: null, writtenAt: null },
        ],
      },
    ])
    await app.user.click(await screen.findByRole('button', { name: 'Needs you (1)' }))
    expect(await screen.findByRole('heading', { name: 'Two colleagues wrote different things' })).toBeTruthy()
  })
})
