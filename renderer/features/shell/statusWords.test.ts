import { describe, expect, it } from 'vitest'
import type { SyncStatus } from '#shared/ipc/contract'
import { clockWords, savingWords, syncWords } from './statusWords'

const zone = 'Europe/Berlin'
const at = '2026-11-21T13:10:00.000Z'
const calm: SyncStatus = { kind: 'upToDate', waiting: 0, lastSyncedAt: at, colleagues: { have: 0, of: 0 }, teamIsAheadAt: null, problem: null }
const words = (status: Partial<SyncStatus>, conflicts = 0) => syncWords({ ...calm, ...status }, conflicts, zone)?.words

describe('the words of the status bar', () => {
  it('say apart what is on this laptop, what is in the folder, and who has it', () => {
    expect(savingWords({ kind: 'saved', at: '2026-11-21T13:02:00.000Z' }, zone).words).toBe('Saved on this laptop 14:02')
    expect(words({})).toBe('In the team folder 14:10')
    expect(words({ colleagues: { have: 2, of: 3 } })).toBe('In the team folder 14:10 · 2 of 3 colleagues have it')
    expect(words({ colleagues: { have: 1, of: 1 } })).toBe('In the team folder 14:10 · 1 of 1 colleague has it')
    expect(words({ colleagues: { have: 0, of: 2 } })).toBe('In the team folder 14:10 · 0 of 2 colleagues have it')
  })

  it('count what waits, calmly, also while the folder is away', () => {
    expect(words({ kind: 'waiting', waiting: 3 })).toBe('Waiting to sync (3)')
    expect(words({ kind: 'offline', waiting: 3 })).toBe('Offline · 3 changes wait')
    expect(words({ kind: 'offline', waiting: 1 })).toBe('Offline · 1 change waits')
    expect(words({ kind: 'offline' })).toBe('Offline')
    expect(words({ kind: 'noTeamFolder' })).toBeUndefined()
  })

  it('say that somebody is needed before anything else', () => {
    expect(words({ kind: 'needsYou', problem: { kind: 'readOnly', message: '' } })).toBe('Needs you (1)')
    expect(words({}, 2)).toBe('Needs you (2)')
  })

  it('say that a clock is wrong only where it is', () => {
    expect(clockWords(calm, zone)).toBeNull()
    expect(clockWords({ ...calm, teamIsAheadAt: '2027-11-21T13:10:00.000Z' }, zone)?.words).toContain('21 Nov 2027, 14:10')
  })
})
