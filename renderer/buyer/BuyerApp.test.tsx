import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it } from 'vitest'
import { findLeaks } from '#shared/domain/redaction/testing/findLeaks'
import { markedAccount } from '#shared/domain/redaction/testing/markedAccount'
import { prepareComparison } from '#shared/domain/comparison/analyseComparison'
import { plausibleCases } from '#shared/domain/comparison/plausibleCases'
import { fakeId, FakeDesktop } from '../testing/fakeDesktop'
import { fillInBrowser } from '../testing/fillInBrowser'
import { fleet, sampleDesktop } from '../testing/sampleDesktop'
import { BuyerApp } from './BuyerApp'

async function show(desktop: FakeDesktop, accountId: string, comparisonId: string) {
  fillInBrowser()
  configure({ asyncUtilTimeout: 30_000 })
  await desktop.invoke('buyer.show', { accountId, comparisonId })
  const left: string[] = []
  render(
    <BuyerApp
      ask={() => desktop.invoke('buyer.view', {})}
      leave={() => left.push('left')}
      onFault={(name) => left.push(name)}
      plausibleCases={async ({ facts, today, points }) => plausibleCases(prepareComparison(facts, today), points ?? undefined)}
    />,
  )
  return { left, user: userEvent.setup() }
}

const title = () => screen.getByRole('heading', { level: 1 }).textContent

describe('the page for the buyer', () => {
  afterEach(cleanup)

  it('is turned by the arrow keys from what was found to what comes next', async () => {
    const { user } = await show(sampleDesktop(), fleet.accountId, fleet.comparison.id)
    await screen.findByRole('heading', { name: 'What you have found' })
    const titles = [title()]
    for (let page = 0; page < 10; page++) {
      await user.keyboard(page % 2 === 0 ? '{ArrowRight}' : '{PageDown}')
      titles.push(title())
    }
    expect(titles).toEqual([
      'What you have found',
      'Where it disagrees',
      'What matters to you',
      'What is ruled out, and why',
      'Side by side',
      'What comes out',
      'Why',
      'What would change it',
      'What is not known',
      'Where each falls short, and who pays us',
      'Decided, open, next',
    ])
    await user.keyboard('{Home}{ArrowLeft}')
    expect(title()).toBe('What you have found')
  })

  it('lets the buyer try other weights, says so on every page, and sends nothing anywhere', async () => {
    const desktop = sampleDesktop()
    const { user } = await show(desktop, fleet.accountId, fleet.comparison.id)
    await screen.findByRole('heading', { name: 'What you have found' })
    await user.keyboard('{ArrowRight}{ArrowRight}')
    const answer = screen.getByText(/plausible cases/).textContent
    const slider = screen.getByRole('slider', { name: 'No exhaust' })
    fireEvent.change(slider, { target: { value: '0' } })
    await screen.findByText('You are trying other weights.')
    await waitFor(() => expect(screen.queryByText(answer ?? '')).toBeNull())
    await user.keyboard('{Escape}{Escape}')
    ;(document.activeElement as HTMLElement).blur()
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
    expect(screen.getByText('With the weights you are trying')).toBeTruthy()
    expect(desktop.calls.map(({ name }) => name)).toEqual(['buyer.show', 'buyer.view'])
  })

  it('is left by Esc and then Enter, and not by Enter alone', async () => {
    const { left, user } = await show(sampleDesktop(), fleet.accountId, fleet.comparison.id)
    await screen.findByRole('heading', { name: 'What you have found' })
    await user.keyboard('{Enter}{Escape}')
    expect(within(screen.getByRole('alertdialog')).getByText(/Enter leaves, Esc stays/)).toBeTruthy()
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('alertdialog')).toBeNull()
    await user.keyboard('{Escape}{Enter}')
    expect(left).toEqual(['left'])
  })

  it.each([1, 2, 3, 4, 5, 6])('shows nothing internal on any page, whatever the account holds (%i)', async (seed) => {
    const { account, comparisonId, leaves } = markedAccount(seed)
    const desktop = new FakeDesktop()
    desktop.keep(fakeId('marked'), account)
    const { left, user } = await show(desktop, fakeId('marked'), comparisonId)
    await screen.findByRole('heading', { level: 1 })
    const shown: string[] = []
    for (let page = 0; page < 12; page++) {
      shown.push(document.documentElement.outerHTML)
      await user.keyboard('{PageDown}')
    }
    // The order keys of the fixture are its own; ids are what main numbered anew.
    expect(findLeaks(shown.join('\n'), leaves)).toEqual([])
    expect(left).toEqual([])
  })
})
