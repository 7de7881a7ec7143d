import type { DeviceHealth, PackHealth, RoundHealth, SyncHealth, SyncStatus } from '#shared/ipc/contract'
import { decodePack } from '../vault/Pack'
import type { StreamState, Vault } from '../vault/Vault'
import type { SyncConnection } from './SyncService'
import type { RefusedPack } from './SyncProblem'

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
export async function syncHealth({ vault, status, connection, isWatching, refused, rounds, editsNotInPacks }: HealthParts): Promise<SyncHealth> {
  const [own, ...others] = await Promise.all(vault.streams().map((stream) => deviceHealth(vault, stream)))
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

async function deviceHealth(vault: Vault, stream: StreamState): Promise<DeviceHealth> {
  const { deviceId, watermark, newest, holes, forks, brokenLinks } = stream
  const packs = vault.packs(deviceId)
  return {
    deviceId,
    isThisLaptop: deviceId === vault.deviceId,
    memberName: null,
    lastSeenAt: await newestMoment(vault, stream),
    watermark,
    newest,
    holes,
    forks,
    brokenLinks,
    packs: packs.length,
    bytes: packs.reduce((sum, pack) => sum + pack.bytes, 0),
    hasOurs: null,
  }
}

/** When the newest pack of a stream was made, by the clock of who made it. */
async function newestMoment(vault: Vault, { deviceId, newest }: StreamState): Promise<string | null> {
  if (newest === 0) return null
  const bytes = await vault.readPack(deviceId, newest)
  const pack = bytes.ok ? decodePack(bytes.value) : null
  return pack?.ok ? pack.value.header.createdAt : null
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
