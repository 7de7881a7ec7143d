import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { readAccount } from '#shared/domain/schema/readAccount'
import { fakeId, FakeDesktop } from '../../testing/fakeDesktop'
import { renderApp } from '../../testing/renderApp'
import { fleet, sample, sampleDesktop } from '../../testing/sampleDesktop'

describe('the list of accounts', () => {
  let app: Awaited<ReturnType<typeof renderApp>> | undefined
  afterEach(() => app?.close())

  async function open(desktop: FakeDesktop) {
    app = await renderApp(desktop, { kind: 'accounts' })
    await screen.findByRole('table', { name: 'Accounts' })
    return app
  }

  function many(count: number): FakeDesktop {
    const desktop = new FakeDesktop()
    for (let number = 1; number <= count; number++) desktop.keep(fakeId(`n${number.toString(2).replace(/[01]/g, (digit) => (digit === '0' ? 'x' : 'y'))}`), readAccount({ profile: { name: `Account ${number}` } }))
    return desktop
  }
  const names = (): readonly string[] => screen.getAllByRole('row').slice(1).map((row) => within(row).getAllByRole('button')[0]?.textContent ?? '')
  const table = (): HTMLElement => screen.getByRole('table', { name: 'Accounts' })
  const act = async (account: string, action: string): Promise<void> => {
    await app?.user.click(screen.getByRole('button', { name: `Actions for ${account}` }))
    await app?.user.click(await screen.findByRole('menuitem', { name: action }))
  }
  const undo = async (): Promise<void> => app?.user.click(within(screen.getByRole('region', { name: 'Messages' })).getByRole('button', { name: 'Undo' }))

  it('draws what is in view and says how many there are', async () => {
    await open(many(400))
    expect(table().getAttribute('aria-rowcount')).toBe('401')
    expect(screen.getAllByRole('row').length).toBeLessThan(60)
    expect(screen.getByRole('row', { name: /^Account 1 / }).getAttribute('aria-rowindex')).toBe('2')
  })

  it('is walked by keyboard with one stop for Tab, and the focus is kept far from where it began', async () => {
    const { user, model } = await open(many(400))
    screen.getByRole('button', { name: 'Account 1' }).focus()
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowUp}')
    expect(document.activeElement?.textContent).toBe('Account 2')
    await user.keyboard('{End}')
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Account 400'))
    await user.keyboard('{PageUp}')
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(/^Account 39/))
    expect([...table().querySelectorAll('tbody [tabindex="0"]')]).toHaveLength(2)
    await user.keyboard('{Home}{Enter}')
    await waitFor(() => expect(model.place.getState().place).toMatchObject({ kind: 'account' }))
    expect(await screen.findByLabelText('Account name')).toHaveProperty('value', 'Account 1')
  })

  it('is sorted by any column, and what says nothing comes last', async () => {
    const { user } = await open(sampleDesktop())
    await user.click(within(table()).getByRole('button', { name: 'Account' }))
    const up = names()
    expect(up).toEqual([...up].sort())
    expect(screen.getByRole('columnheader', { name: 'Account' }).getAttribute('aria-sort')).toBe('ascending')
    await user.click(within(table()).getByRole('button', { name: 'Account' }))
    expect(names()).toEqual([...up].reverse())
    await user.click(within(table()).getByRole('button', { name: 'Next meeting' }))
    expect(names()[0]).toBe(fleet.account.profile.name)
  })

  it('parks with a reason, shows the parked alone on request, and takes it back', async () => {
    const desktop = sampleDesktop()
    const { user } = await open(desktop)
    await act(fleet.account.profile.name, 'Park with a reason')
    await user.type(await screen.findByLabelText('Why'), 'Budget frozen until spring')
    await user.click(screen.getByRole('button', { name: 'Park' }))
    await waitFor(() => expect(desktop.accountOf(fleet.accountId).profile).toMatchObject({ status: 'parked', parkedReason: 'Budget frozen until spring' }))
    await user.selectOptions(screen.getByLabelText('Which accounts'), 'parked')
    await waitFor(() => expect(names()).toContain(fleet.account.profile.name))
    await undo()
    await waitFor(() => expect(desktop.accountOf(fleet.accountId).profile).toMatchObject({ status: fleet.account.profile.status, parkedReason: '' }))
  })

  it('takes an account off the list, shows it nowhere but among those, and brings it back', async () => {
    const desktop = sampleDesktop()
    const { user, model } = await open(desktop)
    await act(fleet.account.profile.name, 'Take off the list')
    await waitFor(() => expect(names()).not.toContain(fleet.account.profile.name))
    expect(model.accounts.getState().rows).toHaveLength(sample.length - 1)
    await user.selectOptions(screen.getByLabelText('Which accounts'), 'offList')
    await waitFor(() => expect(names()).toEqual([fleet.account.profile.name]))
    await act(fleet.account.profile.name, 'Bring back')
    await waitFor(() => expect(names()).toHaveLength(sample.length))
    expect(desktop.accountOf(fleet.accountId).profile.removedAt).toBeNull()
  })

  it('changes what the list says of an account, and only that', async () => {
    const desktop = sampleDesktop()
    const { user } = await open(desktop)
    await act(fleet.account.profile.name, 'Edit')
    const owner = await screen.findByLabelText('Owner')
    await user.type(owner, 'Kim Adeyemi')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(() => expect(desktop.editsSent()).toEqual([[{ kind: 'set', at: 'profile', field: 'owner', value: expect.stringMatching(/Kim Adeyemi$/) }]]))
    await undo()
    await waitFor(() => expect(desktop.accountOf(fleet.accountId).profile.owner).toBe(fleet.account.profile.owner))
  })

  it('says why a change was not taken', async () => {
    const desktop = sampleDesktop()
    await open(desktop)
    desktop.failEdits({ kind: 'diskFull', message: 'The disk is full. Free some space, then try again.' })
    await act(fleet.account.profile.name, 'Take off the list')
    await waitFor(() => expect(app?.messages()).toContain('The disk is full'))
    expect(names()).toContain(fleet.account.profile.name)
  })
})
