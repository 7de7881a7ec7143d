import type { DeviceHealth, PackHealth, RoundHealth, SyncHealth } from '#shared/ipc/contract'
import { formatCount } from '#shared/text/format'
import { formatMoment } from '#shared/text/formatDate'

interface SaidHealth {
  readonly mood: 'well' | 'offline' | 'attention'
  readonly sentences: readonly string[]
}

/** What is safe and what is not, in a few sentences. */
export function sayHealth({ status, remote, damaged, setAside, devices }: SyncHealth, conflicts: number, zone: string): SaidHealth {
  if (!remote) return { mood: 'well', sentences: ['Everything is saved on this laptop. There is no team folder, so nothing is exchanged.'] }
  const incomplete = devices.filter((device) => device.holes.length > 0 || device.brokenLinks.length > 0)
  const isOffline = status.kind === 'offline'
  const needsLook = (status.problem !== null && !isOffline) || damaged.length + setAside.length + incomplete.length + conflicts > 0 || status.teamIsAheadAt !== null
  return {
    mood: needsLook ? 'attention' : isOffline ? 'offline' : 'well',
    sentences: [
      sayStatus(status, zone),
      sayReceipts(status.colleagues, devices),
      ...(conflicts > 0 ? [`${formatCount(conflicts, 'place waits', 'places wait')} for a decision between two colleagues. Nothing is blocked by it.`] : []),
      ...(damaged.length > 0 ? [`${formatCount(damaged.length, 'file is', 'files are')} damaged. Healing is under way by itself: whoever holds a sound copy puts it back. Nothing in your accounts is changed by a damaged file.`] : []),
      ...(setAside.length > 0 ? [`${formatCount(setAside.length, 'file comes', 'files come')} from a newer Plumbline and ${setAside.length === 1 ? 'waits' : 'wait'} for your update.`] : []),
      ...(incomplete.length > 0 ? [`Something of ${formatCount(incomplete.length, 'laptop')} has not arrived yet. It is fetched as soon as the folder has it.`] : []),
      ...(status.teamIsAheadAt === null ? [] : [`A colleague's clock, or yours, is wrong: something was written on ${formatMoment(status.teamIsAheadAt, zone)}.`]),
    ].filter((sentence) => sentence !== ''),
  }
}

function sayStatus({ kind, waiting, lastSyncedAt }: SyncHealth['status'], zone: string): string {
  const last = lastSyncedAt === null ? 'Nothing has been exchanged yet.' : `Everything was last in the team folder ${formatMoment(lastSyncedAt, zone)}.`
  switch (kind) {
    case 'upToDate':
      return lastSyncedAt === null ? 'Everything is in the team folder.' : `Everything is in the team folder, as of ${formatMoment(lastSyncedAt, zone)}.`
    case 'waiting':
      return `${formatCount(waiting, 'change waits', 'changes wait')} to go to the team folder. ${last}`
    case 'syncing':
      return `Exchanging now. ${last}`
    case 'offline':
      return `The team folder cannot be reached at the moment. You can go on working, and everything goes out by itself when it is back${waiting > 0 ? `; ${formatCount(waiting, 'change waits', 'changes wait')}` : ''}. ${last}`
    default:
      return last
  }
}

function sayReceipts({ have, of }: SyncHealth['status']['colleagues'], devices: readonly DeviceHealth[]): string {
  if (of === 0) return devices.some((device) => !device.isThisLaptop) ? 'No colleague has said yet what has arrived there.' : 'No colleague has been heard of yet.'
  return `${have} of ${formatCount(of, 'colleague')} ${have === 1 ? 'has' : 'have'} said that everything from here has arrived.`
}

/** What is known of a colleague's laptop. */
export function sayDevice({ hasOurs, holes, forks, brokenLinks, packs }: DeviceHealth): string {
  const missing = holes.reduce((sum, { from, to }) => sum + to - from + 1, 0)
  return [
    hasOurs === null ? 'has not said yet what has arrived there' : hasOurs ? 'has everything from here' : 'does not have everything from here yet',
    missing > 0 ? `${formatCount(missing, 'pack of it is', 'packs of it are')} missing here` : packs === 0 ? 'nothing from there yet' : 'everything from there is here',
    ...(forks.length + brokenLinks.length > 0 ? ['was copied or restored from a backup once; both its pasts are kept'] : []),
  ].join(' · ')
}

/** Why a file is not read, and whose it is. */
export function sayPack({ where, deviceId, seq, file, reason, tries }: PackHealth, devices: readonly DeviceHealth[]): { readonly file: string; readonly words: string } {
  const owner = devices.find((device) => device.deviceId === deviceId)
  const whose = owner?.isThisLaptop === true ? 'this laptop' : (owner?.memberName ?? `the laptop ${deviceId.slice(0, 6)}`)
  const place = where === 'thisLaptop' ? 'on this laptop' : 'in the team folder'
  return { file, words: `Pack ${seq} of ${whose}, ${place}: ${reason}${tries === null || tries < 2 ? '' : ` (refused ${tries} times)`}` }
}

export const causeWords: { readonly [Cause in RoundHealth['cause']]: string } = {
  asked: 'asked for',
  poll: 'looked by itself',
  watch: 'the folder changed',
  edits: 'changes were due',
  quit: 'before closing',
}

export function sayRound({ sent, received, problem }: RoundHealth): string {
  if (problem !== null) return 'did not work'
  if (sent === 0 && received === 0) return 'nothing new'
  return [...(sent > 0 ? [`${formatCount(sent, 'pack')} sent`] : []), ...(received > 0 ? [`${formatCount(received, 'pack')} received`] : [])].join(', ')
}
