import type { DeviceHealth, PackHealth, RoundHealth, SyncHealth, SyncStatus } from '#shared/ipc/contract'
import type { Receipts, StreamState, Vault } from '../vault/Vault'
import type { SyncConnection } from './SyncParts'
import type { RefusedPack } from './SyncProblem'
import { newestWork } from './Team'

export interface HealthParts {
  readonly vault: Vault
  readonly status: SyncStatus
  readonly connection: SyncConnection | null
  readonly isWatching: boolean
  readonly refused: readonly RefusedPack[]
  readonly rounds: readonly RoundHealth[]
  readonly editsNotInPacks: number
}

/** The exchange as plain data: what is held of whom, what is damaged where, and how the last rounds went. */
export function syncHealth({ vault, status, connection, isWatching, refused, rounds, editsNotInPacks }: HealthParts): SyncHealth {
  const receipts = newestWork(vault)
  const [own, ...others] = vault.streams().map((stream) => deviceHealth(vault, stream, receipts))
  const devices = own ? [own, ...others.sort(byLastSeen)] : []
  const { accounts, packs, packBytes } = vault.stats()
  const refusedPacks = refused.map(inTeamFolder)
  return {
    status,
    remote: connection && { kind: 'folder', place: connection.place, spaceId: connection.space.spaceId, teamName: connection.space.name },
    isWatching,
    idChanges: vault.incarnation - 1,
    devices,
    damaged: [...damagedHere(vault), ...refusedPacks.filter(({ reason }) => reason === 'damaged')],
    setAside: refusedPacks.filter(({ reason }) => reason !== 'damaged'),
    sizes: { accounts, packs, bytes: packBytes, editsNotInPacks },
    rounds,
  }
}

function deviceHealth(vault: Vault, stream: StreamState, receipts: Receipts | null): DeviceHealth {
  const { deviceId, watermark, newest, holes, forks, brokenLinks } = stream
  const packs = vault.packs(deviceId)
  return {
    deviceId,
    isThisLaptop: deviceId === vault.deviceId,
    memberName: null,
    lastSeenAt: vault.lastSeenAt(deviceId),
    watermark,
    newest,
    holes,
    forks,
    brokenLinks,
    packs: packs.length,
    bytes: packs.reduce((sum, pack) => sum + pack.bytes, 0),
    hasOurs: receipts?.of.includes(deviceId) ? receipts.have.includes(deviceId) : null,
  }
}

/** What opening and reading found damaged in the vault and nobody has given again since. */
function damagedHere(vault: Vault): readonly PackHealth[] {
  const found = vault.notices().flatMap((notice) => (notice.kind === 'packDamaged' ? [notice] : []))
  const held = (deviceId: string, file: string): boolean => vault.packs(deviceId).some((pack) => file.endsWith(pack.name))
  const byFile = new Map(found.map((notice) => [notice.file, notice]))
  return [...byFile.values()]
    .filter(({ deviceId, file }) => !held(deviceId, file))
    .map(({ deviceId, seq, file, reason }) => ({ where: 'thisLaptop', deviceId, seq, file, reason, tries: null }))
}

function inTeamFolder({ deviceId, seq, name, reason, tries }: RefusedPack): PackHealth {
  return { where: 'teamFolder', deviceId, seq, file: `${deviceId}/${name}`, reason, tries }
}

function byLastSeen(a: DeviceHealth, b: DeviceHealth): number {
  return (b.lastSeenAt ?? '') < (a.lastSeenAt ?? '') ? -1 : 1
}
