import type { VaultNotice } from '../vault/VaultProblem'

type Damage = Extract<VaultNotice, { kind: 'packDamaged' | 'logDamaged' }>

export function isDamage(notice: VaultNotice): notice is Damage {
  return notice.kind === 'packDamaged' || notice.kind === 'logDamaged'
}

/** Lists that are shorter than they were would look like lost work, so it is said why, and what is not lost. Null without damage. */
export function sayDamage(damages: readonly Damage[], hasTeam: boolean): string | null {
  const files = [...new Set(damages.map(({ file }) => file))]
  const [first] = files
  if (first === undefined) return null
  const what = files.length === 1 ? `One file of this workspace cannot be read: ${first}.` : `${files.length} files of this workspace cannot be read, the first is ${first}.`
  const next = hasTeam ? 'Sync to get it again from a colleague, or put it back from a backup.' : 'Put it back from a backup; the account files are not touched.'
  return `${what} Accounts or edits may be missing here until it is back. Nothing was deleted. ${next}`
}
