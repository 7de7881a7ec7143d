import { describe, expect, it } from 'vitest'
import { err, ok } from '#shared/base/Result'
import { findLeaks } from '#shared/domain/redaction/testing/findLeaks'
import { markedAccount } from '#shared/domain/redaction/testing/markedAccount'
import { FixedClock } from '#shared/testing/FixedClock'
import { WindowRoles } from '../windows/WindowRoles'
import { commandInputs, type CommandName } from '#shared/ipc/contract'
import { BuyerShow } from './BuyerShow'

const accountId = 'a'.repeat(26)

function showing(seed: number) {
  const marked = markedAccount(seed)
  const told: string[] = []
  const show = new BuyerShow({
    snapshot: async (asked) => (asked === accountId ? ok(marked.account) : err({ kind: 'accountNotFound', message: 'This account is not in this workspace.' })),
    clock: new FixedClock('2026-11-21T14:02:00.000Z'),
    theme: () => 'dark',
    handOver: () => told.push('handed over'),
    takeBack: () => told.push('taken back'),
  })
  return { ...marked, show, told }
}

describe('showing a comparison to the buyer', () => {
  it('answers with nothing internal, whatever the account holds', async () => {
    for (let seed = 1; seed <= 40; seed++) {
      const { show, comparisonId, leaves } = showing(seed)
      await show.show({ accountId, comparisonId })
      expect(findLeaks(JSON.stringify(await show.view()), leaves)).toEqual([])
    }
  })

  it('hands the window over only where there is something to show, and shows nothing after it is taken back', async () => {
    const { show, told, comparisonId } = showing(7)
    expect(await show.show({ accountId, comparisonId: 'b'.repeat(26) })).toMatchObject({ ok: false, error: { kind: 'accountNotFound' } })
    expect(await show.view()).toMatchObject({ ok: false, error: { kind: 'nothingShown' } })
    expect(await show.show({ accountId, comparisonId })).toMatchObject({ ok: true })
    expect(await show.view()).toMatchObject({ ok: true, value: { today: '2026-11-21', theme: 'dark' } })
    show.leave()
    expect(await show.view()).toMatchObject({ ok: false, error: { kind: 'nothingShown' } })
    expect(told).toEqual(['handed over', 'taken back'])
  })

  it('the page for the buyer may ask for the view, give the window back and say that it broke, nothing else', () => {
    const roles = new WindowRoles()
    roles.assign(1, 'buyer')
    const allowed = (Object.keys(commandInputs) as CommandName[]).filter((command) => roles.mayRun(1, command))
    expect(allowed).toEqual(['log.bug', 'buyer.view', 'buyer.leave'])
  })
})
