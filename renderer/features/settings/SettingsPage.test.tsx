import { screen } from '@testing-library/react'
import { afterEach, describe, expect, it } from 'vitest'
import { FakeDesktop, fakeWorkspace } from '../../testing/fakeDesktop'
import { renderApp } from '../../testing/renderApp'

describe('the settings', () => {
  let app: Awaited<ReturnType<typeof renderApp>> | undefined
  afterEach(() => app?.close())

  it('ask for an empty folder only where there is a button to choose one', async () => {
    app = await renderApp(new FakeDesktop(), { kind: 'settings' })
    expect(await screen.findByText(/Choose an empty one/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Choose an empty folder' })).toBeTruthy()
    app.close()
    app = await renderApp(new FakeDesktop({ workspace: { ...fakeWorkspace, isSample: true } }), { kind: 'settings' })
    expect(await screen.findByText(/The sample is only for you/)).toBeTruthy()
    expect(screen.queryByText(/Choose an empty one/)).toBeNull()
    expect(screen.queryByRole('button', { name: 'Choose an empty folder' })).toBeNull()
  })
})
