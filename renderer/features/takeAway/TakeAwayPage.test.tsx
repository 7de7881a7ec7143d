import { screen, waitFor } from '@testing-library/react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { FakeDesktop } from '../../testing/fakeDesktop'
import { renderApp } from '../../testing/renderApp'
import { fleet, sampleDesktop } from '../../testing/sampleDesktop'

describe('taking away', () => {
  let desktop: FakeDesktop
  let app: Awaited<ReturnType<typeof renderApp>>

  beforeEach(async () => {
    desktop = sampleDesktop()
    app = await renderApp(desktop, { kind: 'takeAway', accountId: fleet.accountId, comparisonId: fleet.comparison.id })
    await screen.findByTitle('Preview of the brief')
  })
  afterEach(() => app.close())

  it('is done once a file is saved, and says which ones the buyer was given', async () => {
    expect(screen.getByText('Still open: no file is saved yet.')).toBeTruthy()
    await app.user.click(screen.getByRole('button', { name: 'Save PDF' }))
    await screen.findByText('Saved Brief.pdf')
    await waitFor(() => expect(screen.queryByText('Still open: no file is saved yet.')).toBeNull())
    expect(screen.getByText('Given so far: 1 file')).toBeTruthy()
  })
})
