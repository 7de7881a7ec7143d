import { applyEdits } from '#shared/domain/edit/applyEdits'
import { readAccount } from '#shared/domain/schema/readAccount'
import { inOrder } from '#shared/domain/schema/order'
import { sampleAccounts } from '#shared/domain/sample/sampleAccounts'
import { fakeId, FakeDesktop, fakeWorkspace, type FakeDesktopOptions } from './fakeDesktop'
import { seededIds } from './seededIds'

const today = '2026-11-21'
const now = '2026-11-21T14:02:00.000Z'

/** The accounts of the sample workspace, made as main makes them. */
export const sample = sampleAccounts(seededIds(), today).map(({ name, edits }, index) => {
  const applied = applyEdits(readAccount({ profile: { name } }), edits, now)
  if (!applied.ok) throw new Error(`${name}: ${applied.error.message}`)
  return { accountId: fakeId(`sample${'abcdefgh'[index] ?? ''}`), account: applied.value.account }
})

const [first] = sample
const [comparison] = inOrder(first?.account.comparisons ?? {})
if (!first || !comparison) throw new Error('The sample has no comparison')

/** The fleet account with its one comparison. */
export const fleet = { accountId: first.accountId, account: first.account, comparison }

export function sampleDesktop(options: FakeDesktopOptions = {}): FakeDesktop {
  const desktop = new FakeDesktop({ workspace: { ...fakeWorkspace, name: 'Sample', isSample: true }, today, ...options })
  for (const { accountId, account } of sample) desktop.keep(accountId, account)
  return desktop
}
