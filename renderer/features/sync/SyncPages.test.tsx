import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import type { AccountFilePreview, HistoryRow } from '#shared/ipc/contract'
import { fakeWorkspace, type FakeDesktop } from '../../testing/fakeDesktop'
import { renderApp } from '../../testing/renderApp'
import { fleet, sample, sampleDesktop } from '../../testing/sampleDesktop'

const { accountId } = fleet
const file = { token: 'stick', name: 'fleet.account' }
const preview: AccountFilePreview = {
  file,
  sha256: 'a'.repeat(64),
  accountId,
  name: fleet.account.profile.name,
  savedAt: '2026-11-20T09:00:00.000Z',
  kind: 'merge',
  isSample: false,
  isOfThisWorkspace: true,
  newChanges: 2,
  changesNotInFile: 1,
  authors: ['Kim Adeyemi'],
  sentences: ['Set the industry of the account to “Lifts”.'],
  more: 0,
  collisions: [],
}

describe('account files from outside', () => {
  let app: Awaited<ReturnType<typeof renderApp>> | undefined
  afterEach(() => app?.close())

  it('are looked into first and taken in only when the member says so', async () => {
    const desktop = sampleDesktop()
    desktop.accountFiles.set(file.token, { ok: true, value: preview })
    app = await renderApp(desktop, { kind: 'accounts' })
    desktop.announce('file.opened', { file })
    const dialog = within(await screen.findByRole('dialog', { name: 'Open account file' }))
    expect(await dialog.findByText('Set the industry of the account to “Lifts”.')).toBeTruthy()
    expect(dialog.getByText('Kim Adeyemi')).toBeTruthy()
    expect(merges(desktop)).toEqual([])
    await app.user.click(dialog.getByRole('button', { name: 'Merge into the account' }))
    await waitFor(() => expect(merges(desktop)).toEqual([{ file: 'stick', sha256: preview.sha256 }]))
    await app.user.click(await within(screen.getByRole('region', { name: 'Messages' })).findByRole('button', { name: 'Open' }))
    expect(app.model.place.getState().place).toEqual({ kind: 'account', accountId })
  })

  it('that are none say so, and nothing is taken in', async () => {
    const desktop = sampleDesktop()
    desktop.accountFiles.set('dropped-letter.txt', { ok: false, error: { kind: 'notAnAccountFile', message: '“letter.txt” is not an account file.' } })
    app = await renderApp(desktop, { kind: 'accounts' })
    const dataTransfer = { types: ['Files'], files: [{ name: 'letter.txt' }], dropEffect: 'none' }
    fireEvent.dragEnter(document.body, { dataTransfer })
    expect(await screen.findByText('Let go to look into the account file')).toBeTruthy()
    fireEvent.drop(document.body, { dataTransfer })
    expect(screen.queryByText('Let go to look into the account file')).toBeNull()
    const dialog = within(await screen.findByRole('dialog', { name: 'Open account file' }))
    expect(await dialog.findByText('“letter.txt” is not an account file.')).toBeTruthy()
    expect(dialog.queryByRole('button', { name: /Merge|Add/ })).toBeNull()
  })
})

describe('collisions over all accounts', () => {
  let app: Awaited<ReturnType<typeof renderApp>> | undefined
  afterEach(() => app?.close())

  it('are listed with both values and decided where they stand', async () => {
    const desktop = sampleDesktop()
    const values = [
      { value: 'Lifts', by: 'Robin Voss', writtenAt: null },
      { value: 'Elevators', by: 'Kim Adeyemi', writtenAt: null },
    ]
    const ids = sample.slice(0, 2).map((account) => account.accountId)
    for (const id of ids) desktop.setConflicts(id, [{ at: 'profile', field: 'industry', key: null, values }])
    app = await renderApp(desktop, { kind: 'collisions' })
    const second = within(await screen.findByRole('region', { name: sample[1]?.account.profile.name ?? '' }))
    await app.user.click(await second.findByRole('button', { name: /^Keep this value, “Elevators”/ }))
    await waitFor(() => expect(desktop.editsSent()).toEqual([[{ kind: 'resolveConflict', at: 'profile', field: 'industry', value: 'Elevators' }]]))
    expect(screen.getByRole('region', { name: sample[0]?.account.profile.name ?? '' })).toBeTruthy()
  })
})

describe('the history of an account', () => {
  let app: Awaited<ReturnType<typeof renderApp>> | undefined
  afterEach(() => app?.close())

  it('tells by day who did what, and who decided between two values', async () => {
    const desktop = sampleDesktop()
    const row: HistoryRow = { id: 'b', kind: 'settled', at: '2026-11-21T10:00:00.000Z', since: '2026-11-21T10:00:00.000Z', by: 'Kim Adeyemi', changes: 1, sentences: ['Set the name.'], more: 3 }
    desktop.histories.set(accountId, [row, { ...row, id: 'a', kind: 'edited', at: '2026-11-20T10:00:00.000Z', more: 0 }])
    app = await renderApp(desktop, { kind: 'history', accountId })
    const day = within(await screen.findByRole('region', { name: 'Saturday, 21 November 2026' }))
    expect(day.getByText(/Kim Adeyemi decided between two values/)).toBeTruthy()
    expect(day.getByText('and 3 more changes')).toBeTruthy()
    expect(screen.getByRole('region', { name: 'Friday, 20 November 2026' })).toBeTruthy()
  })
})

describe('how the exchange is', () => {
  let app: Awaited<ReturnType<typeof renderApp>> | undefined
  afterEach(() => app?.close())

  it('names damaged files with whose they are, and stays calm while the folder is away', async () => {
    const desktop = sampleDesktop({ workspace: { ...fakeWorkspace, teamFolder: '/home/robin/Shared/North team' } })
    const healthy = desktop.healthOf
    const kim = (status: Parameters<typeof healthy>[0]) => healthy(status).devices[1]?.deviceId ?? ''
    desktop.healthOf = (status) => ({
      ...healthy(status),
      damaged: status.kind === 'offline' ? [] : [{ where: 'teamFolder', deviceId: kim(status), seq: 3, file: 'kim/3.pack', reason: 'its content is not what its name says', tries: 4 }],
    })
    desktop.setSync({ kind: 'upToDate', lastSyncedAt: '2026-11-21T14:02:00.000Z', colleagues: { have: 1, of: 1 } })
    app = await renderApp(desktop, { kind: 'health' })
    expect(await screen.findByText('Pack 3 of Kim Adeyemi, in the team folder: its content is not what its name says (refused 4 times)')).toBeTruthy()
    expect(screen.getByText('Look at this')).toBeTruthy()
    desktop.setSync({ kind: 'offline', waiting: 2, problem: { kind: 'vanished', message: 'The team folder cannot be reached.' } })
    expect(await screen.findByText('Offline for now')).toBeTruthy()
    expect(screen.getByText(/2 changes wait/, { selector: 'p' })).toBeTruthy()
    await app.user.click(screen.getByRole('button', { name: 'Sync now' }))
    expect(desktop.calls.some(({ name }) => name === 'sync.now')).toBe(true)
  })
})

function merges(desktop: FakeDesktop): readonly unknown[] {
  return desktop.calls.filter(({ name }) => name === 'account.mergeFile').map(({ input }) => input)
}
