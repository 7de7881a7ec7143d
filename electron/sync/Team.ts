import type { SyncStatus } from '#shared/ipc/contract'
import type { Vault } from '../vault/Vault'

/** What the packs of the others tell about the team. */
export interface Team {
  readonly colleagues: SyncStatus['colleagues']
  readonly teamIsAheadAt: string | null
}

export const noTeam: Team = { colleagues: { have: 0, of: 0 }, teamIsAheadAt: null }

/** Clocks of laptops differ by minutes and by time zones set wrongly; more is worth a word. */
const worthAWordMs = 24 * 60 * 60 * 1000

export function teamOf(vault: Vault, now: string): Team {
  const receipts = newestWork(vault)
  const others = vault.streams().filter(({ deviceId }) => deviceId !== vault.deviceId)
  const newest = others.reduce<string | null>((latest, { deviceId }) => later(latest, vault.lastSeenAt(deviceId)), null)
  const isAhead = newest !== null && Date.parse(newest) - Date.parse(now) > worthAWordMs
  return { colleagues: receipts ? { have: receipts.have.length, of: receipts.of.length } : noTeam.colleagues, teamIsAheadAt: isAhead ? newest : null }
}

/** Who has the newest pack of this laptop in which somebody's work is, and with it everything before; null where there is none. */
export function newestWork(vault: Vault): ReturnType<Vault['whoHas']> | null {
  const pack = vault.ownPacks().findLast(({ hasContent }) => hasContent)
  return pack ? vault.whoHas(pack.seq) : null
}

function later(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b
  return Date.parse(b) > Date.parse(a) ? b : a
}
