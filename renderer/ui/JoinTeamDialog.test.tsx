import { MantineProvider } from '@mantine/core'
import { cleanup, render, screen, waitFor } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fillInBrowser } from '../testing/fillInBrowser'
import { JoinTeamDialog, type JoinTeam } from './JoinTeamDialog'

const north = { spaceId: 'n'.repeat(26), name: 'North' }
const south = { spaceId: 's'.repeat(26), name: 'South' }

function show(onJoin: JoinTeam) {
  const onClose = vi.fn()
  const onChooseFolder = () => Promise.resolve({ token: 'folder-1', path: '/shared/teams' })
  render(
    <MantineProvider env="test">
      <JoinTeamDialog memberName="Dana" onChooseFolder={onChooseFolder} onJoin={onJoin} onClose={onClose} />
    </MantineProvider>,
  )
  return { onClose, user: userEvent.setup() }
}

describe('joining a team folder', () => {
  beforeEach(fillInBrowser)
  afterEach(cleanup)

  it('that holds one team asks nothing more', async () => {
    const onJoin = vi.fn<JoinTeam>(() => Promise.resolve(null))
    const { onClose, user } = show(onJoin)
    await user.click(screen.getByRole('button', { name: 'Choose folder' }))
    await user.click(screen.getByRole('button', { name: 'Join' }))
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(onJoin).toHaveBeenCalledExactlyOnceWith('folder-1', 'Dana', undefined)
  })

  it('that holds several asks which, insists on an answer, and joins that one', async () => {
    const onJoin = vi.fn<JoinTeam>((_folder, _name, spaceId) => Promise.resolve(spaceId === undefined ? [north, south] : null))
    const { onClose, user } = show(onJoin)
    await user.click(screen.getByRole('button', { name: 'Choose folder' }))
    await user.click(screen.getByRole('button', { name: 'Join' }))
    expect(await screen.findByRole('radiogroup', { name: 'This folder holds 2 teams. Which is yours?' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Join' }))
    expect(await screen.findByText('Choose your team.')).toBeTruthy()
    expect(onJoin).toHaveBeenCalledOnce()
    await user.click(screen.getByRole('radio', { name: 'South' }))
    await user.click(screen.getByRole('button', { name: 'Join' }))
    await waitFor(() => expect(onClose).toHaveBeenCalled())
    expect(onJoin).toHaveBeenLastCalledWith('folder-1', 'Dana', south.spaceId)
  })

  it('tells two teams of one name apart', async () => {
    const { user } = show(() => Promise.resolve([north, { ...south, name: 'North' }]))
    await user.click(screen.getByRole('button', { name: 'Choose folder' }))
    await user.click(screen.getByRole('button', { name: 'Join' }))
    expect(await screen.findByRole('radio', { name: 'North (nnnnnn)' })).toBeTruthy()
    expect(screen.getByRole('radio', { name: 'North (ssssss)' })).toBeTruthy()
  })
})
