import { err, ok, type Result } from '#shared/base/Result'
import { decodePack, maximumPackBytes, recordsOfPack, type Pack } from './Pack'
import type { PackName } from './packName'
import type { PackStore } from './PackStore'
import { rowsAmong, type RowHint } from './RowHints'
import type { Sealer } from './Sealer'
import { sha256Hex } from './sha256'
import type { PackRefused } from './VaultProblem'

export interface ReceivedPack {
  readonly deviceId: string
  readonly seq: number
  readonly accountIds: readonly string[]
  /** Rows of accounts as that device saw them, for lists of accounts that are not opened here. */
  readonly rows: readonly RowHint[]
  /** The pack was here already; nothing was written and nothing announced. */
  readonly alreadyHeld: boolean
}

export interface ReceivingParts {
  readonly store: PackStore
  readonly sealer: Sealer
  readonly spaceId: string
}

/** Checks bytes from elsewhere and, if they are a pack of this space, stores them flushed. */
export async function receivePack(
  { store, sealer, spaceId }: ReceivingParts,
  bytes: Uint8Array,
  expected: (PackName & { readonly deviceId: string }) | undefined,
): Promise<Result<ReceivedPack, PackRefused>> {
  if (bytes.length > maximumPackBytes) return err({ kind: 'tooLarge', bytes: bytes.length, limit: maximumPackBytes })
  const sha = sha256Hex(bytes)
  // Before anything else is believed: damage must not look like a pack of a later version.
  if (expected !== undefined && expected.sha !== sha) return err({ kind: 'wrongName' })
  const decoded = decodePack(bytes)
  if (!decoded.ok) return decoded
  const { header } = decoded.value
  const { deviceId, seq } = header
  const name = { seq, sha }
  if (expected !== undefined && (expected.deviceId !== deviceId || expected.seq !== seq)) return err({ kind: 'wrongName' })
  if (header.spaceId !== spaceId) return err({ kind: 'otherSpace' })
  // Until then the stream of the former device id still counts as ours.
  const resealed = await sealer.finishResealing()
  if (!resealed.ok) return resealed
  const held = store.stream(deviceId).at(seq).find((pack) => pack.sha === name.sha)
  if (held !== undefined && held.table !== null) {
    return ok({ deviceId, seq, accountIds: store.accountIdsIn(held), rows: [], alreadyHeld: true })
  }
  if (deviceId === sealer.device.deviceId && held === undefined) {
    const refused = refuseOwn(store, decoded.value, name)
    if (refused !== null) return err(refused)
  }
  const written = await store.write(deviceId, name, bytes)
  if (!written.ok) return written
  const stored = store.add(bytes, decoded.value, name)
  const rows = rowsAmong(recordsOfPack(bytes, decoded.value))
  return ok({ deviceId, seq, accountIds: store.accountIdsIn(stored), rows, alreadyHeld: false })
}

/** A pack of this device that it does not hold: only one that fills a gap left by a lost file is taken back. */
function refuseOwn(store: PackStore, { header }: Pack, { seq, sha }: PackName): PackRefused | null {
  const stream = store.stream(header.deviceId)
  const newestHeld = stream.last()?.seq ?? 0
  // Deleted here on purpose, or another laptop's: whether bases hold what is in it is found out before it goes again.
  if (seq <= stream.state().retiredThrough) return null
  if (seq > newestHeld) return { kind: 'ownStreamRolledBack', seq, newestHeld }
  const fillsGap = stream.at(seq).length === 0 && stream.wouldLink({ seq, sha, prevSha: header.prevSha })
  return fillsGap ? null : { kind: 'ownStreamForked', seq }
}
