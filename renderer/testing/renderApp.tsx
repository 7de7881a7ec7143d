import { cleanup, configure, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { App } from '../App'
import { connectEvents, startModel } from '../model/connectEvents'
import { placeToHash, type Place } from '../model/Place'
import { createTestModel } from './createTestModel'
import { fillInBrowser } from './fillInBrowser'
import type { FakeDesktop } from './fakeDesktop'

/** The whole window on a fake desktop, at a place. Ends with `close`. */
export async function renderApp(desktop: FakeDesktop, place?: Place) {
  fillInBrowser()
  // A busy machine may take its time; what never comes still fails.
  configure({ asyncUtilTimeout: 30_000 })
  const model = createTestModel(desktop, place && placeToHash(place))
  const disconnect = connectEvents(model)
  await startModel(model)
  render(<App model={model} />)
  return {
    model,
    user: userEvent.setup(),
    /** What the short messages say at the moment. */
    messages: () => screen.getByRole('region', { name: 'Messages' }).textContent,
    close: () => {
      cleanup()
      disconnect()
    },
  }
}
