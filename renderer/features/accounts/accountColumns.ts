export const accountColumns = ['account', 'status', 'owner', 'meeting', 'due', 'unknowns', 'review', 'changed'] as const
export type AccountColumn = (typeof accountColumns)[number]

export const columnWords: { readonly [Column in AccountColumn]: string } = {
  account: 'Account',
  status: 'Status',
  owner: 'Owner',
  meeting: 'Next meeting',
  due: 'Due',
  unknowns: 'Not known',
  review: 'Review',
  changed: 'Last changed',
}

/** Sorted by these for the first time, the largest or newest comes first. */
export const startsDescending: ReadonlySet<AccountColumn> = new Set(['unknowns', 'changed'])
