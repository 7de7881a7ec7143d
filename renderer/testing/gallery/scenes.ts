import type { Account } from '#shared/domain/account/Account'
import { toBuyerView } from '#shared/domain/redaction/toBuyerView'
import { readAccount } from '#shared/domain/schema/readAccount'
import { inOrder } from '#shared/domain/schema/order'
import { pathSteps } from '#shared/domain/path/PathStep'
import { briefHtml } from '#shared/text/brief/briefHtml'
import type { Settings } from '#shared/ipc/contract'
import { placeOfStep, placeToHash, type Place } from '../../model/Place'
import { fakeId, FakeDesktop, fakeWorkspace, type FakeDesktopOptions } from '../fakeDesktop'
import { fleet, sample, sampleDesktop } from '../sampleDesktop'

type Theme = Settings['theme']
export type Scene = (theme: Theme) => { readonly desktop: FakeDesktop; readonly hash: string }

const now = '2026-11-21T14:02:00.000Z'
const { accountId: firstId, comparison } = fleet
const comparisonId = comparison.id
const reviewedId = sample.find(({ account }) => inOrder(account.reviews).length > 0)?.accountId ?? firstId

function filled(theme: Theme, options: FakeDesktopOptions = {}): FakeDesktop {
  const desktop = sampleDesktop({ settings: { theme }, ...options })
  desktop.briefHtml = (account) => {
    const view = toBuyerView(account, comparisonId)
    return view ? briefHtml(view, '2026-11-21') : ''
  }
  return desktop
}

const at = (place: Place): string => placeToHash(place)

function many(count: number): readonly Account[] {
  return Array.from({ length: count }, (_, index) => {
    const id = fakeId(`entry${index % 7}`)
    return readAccount({
      profile: {
        name: `${['Halm', 'Fenn', 'Ostrava', 'Brightwater', 'Kell', 'Marsh'][index % 6]} ${['Dairy', 'Freight', 'Pumps', 'Care', 'Timber'][index % 5]} ${index + 1}`,
        industry: ['Freight', 'Food', 'Water', 'Care'][index % 4],
        owner: ['Robin Voss', 'Kim Adeyemi', ''][index % 3],
        status: ['focus', 'focus', 'parked', 'customer', 'closed'][index % 5],
      },
      promises: index % 4 === 0 ? { [id]: { text: 'Send the offer', side: 'ours', dueOn: `2026-1${index % 3}-1${index % 9}` } } : {},
      meetings: index % 3 === 0 ? { [id]: { title: 'First look', startsAt: `2026-12-${10 + (index % 20)}T09:00:00.000Z` } } : {},
      comparisons: index % 2 === 0 ? { [id]: { title: 'The choice', question: 'Which system should run the warehouse from spring 2027 on?' } } : {},
    })
  })
}

/** The states of the window worth looking at, by name. */
export const scenes: { readonly [name: string]: Scene } = {
  start: (theme) => ({ desktop: new FakeDesktop({ workspace: null, workspaces: [], settings: { theme, memberName: '' } }), hash: '' }),
  startProblem: (theme) => ({
    desktop: new FakeDesktop({
      workspace: null,
      settings: { theme },
      problem:
        'The workspace “North team” could not be opened: its folder has vanished. Nothing was deleted. Put the folder back and restart, or open another workspace.',
    }),
    hash: '',
  }),
  accounts: (theme) => ({ desktop: filled(theme), hash: at({ kind: 'accounts' }) }),
  accountsEmpty: (theme) => ({ desktop: new FakeDesktop({ settings: { theme } }), hash: at({ kind: 'accounts' }) }),
  accountsMany: (theme) => {
    const desktop = new FakeDesktop({ settings: { theme } })
    many(5_000).forEach((account, index) =>
      desktop.keep(fakeId(`many${index.toString(5).replace(/[01]/g, (digit) => (digit === '0' ? 'x' : 'y'))}`), account),
    )
    return { desktop, hash: at({ kind: 'accounts' }) }
  },
  account: (theme) => ({ desktop: filled(theme), hash: at({ kind: 'account', accountId: firstId }) }),
  accountEmpty: (theme) => {
    const desktop = new FakeDesktop({ settings: { theme } })
    desktop.keep(firstId, readAccount({ profile: { name: 'Harbour Works' } }))
    return { desktop, hash: at({ kind: 'account', accountId: firstId }) }
  },
  conflicts: (theme) => {
    const desktop = filled(theme, { workspace: { ...fakeWorkspace, teamFolder: '/home/robin/Shared/North team' } })
    desktop.setSync({ kind: 'waiting', waiting: 3, lastSyncedAt: now })
    const criterion = inOrder(comparison.criteria)[0]
    const option = inOrder(comparison.options)[0]
    desktop.setConflicts(firstId, [
      {
        at: 'profile',
        field: 'industry',
        key: null,
        values: [
          { value: 'Parcels and freight', by: 'Robin Voss', writtenAt: now },
          { value: 'Logistics', by: 'Kim Adeyemi', writtenAt: '2026-11-20T09:31:00.000Z' },
        ],
      },
      {
        at: `comparisons/${comparisonId}`,
        field: 'cellValue',
        key: `${option?.id}:${criterion?.id}`,
        values: [
          { value: 12, by: 'Robin Voss', writtenAt: now },
          { value: '10..14', by: 'Kim Adeyemi', writtenAt: now },
        ],
      },
    ])
    return { desktop, hash: at({ kind: 'account', accountId: firstId }) }
  },
  compare: (theme) => ({ desktop: filled(theme), hash: at({ kind: 'compare', accountId: firstId, comparisonId }) }),
  compareNew: (theme) => {
    const desktop = new FakeDesktop({ settings: { theme } })
    desktop.keep(firstId, readAccount({ profile: { name: 'Harbour Works' } }))
    return { desktop, hash: at({ kind: 'account', accountId: firstId }) }
  },
  guided: (theme) => ({ desktop: filled(theme, { settings: { theme, density: 'guided' } }), hash: at({ kind: 'compare', accountId: firstId, comparisonId }) }),
  decide: (theme) => ({ desktop: filled(theme), hash: at({ kind: 'decide', accountId: firstId, comparisonId }) }),
  ...Object.fromEntries(
    pathSteps.map((step): readonly [string, Scene] => [`path-${step}`, (theme) => ({ desktop: filled(theme), hash: at(placeOfStep(step, firstId, comparisonId)) })]),
  ),
  ...Object.fromEntries(
    pathSteps.map((step): readonly [string, Scene] => [
      `empty-${step}`,
      (theme) => {
        const desktop = new FakeDesktop({ settings: { theme } })
        desktop.keep(firstId, readAccount({ profile: { name: 'Harbour Works' } }))
        return { desktop, hash: at(placeOfStep(step, firstId, null)) }
      },
    ]),
  ),
  takeAway: (theme) => ({ desktop: filled(theme), hash: at({ kind: 'takeAway', accountId: firstId, comparisonId }) }),
  review: (theme) => ({ desktop: filled(theme), hash: at({ kind: 'review' }) }),
  reviewAccount: (theme) => ({ desktop: filled(theme), hash: at({ kind: 'reviewAccount', accountId: reviewedId }) }),
  history: (theme) => ({ desktop: filled(theme), hash: at({ kind: 'history', accountId: firstId }) }),
  health: (theme) => {
    const desktop = filled(theme, { workspace: { ...fakeWorkspace, teamFolder: '/home/robin/Shared/North team' } })
    desktop.setSync({ kind: 'upToDate', lastSyncedAt: now, colleagues: { have: 1, of: 2 } })
    return { desktop, hash: at({ kind: 'health' }) }
  },
  settings: (theme) => {
    const desktop = filled(theme, { workspace: { ...fakeWorkspace, teamFolder: '/home/robin/Shared/North team' } })
    desktop.setSync({ kind: 'upToDate', lastSyncedAt: now })
    return { desktop, hash: at({ kind: 'settings' }) }
  },
  diskFull: (theme) => {
    const desktop = filled(theme)
    desktop.failEdits({ kind: 'diskFull', message: 'The disk is full. Free some space, then try again.' })
    return { desktop, hash: at({ kind: 'compare', accountId: firstId, comparisonId }) }
  },
}
