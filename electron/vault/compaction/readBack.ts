import { err, ok, type Result } from '#shared/base/Result'
import type { StoredPack } from '../PackStore'
import { sha256Hex } from '../sha256'
import { refused, thisLaptop, type CompactionWork, type StepEnd } from './CompactionWork'

/** What the remote gives for an own pack, put there again if that is not what it should be. */
export async function readBack({ store, ports }: CompactionWork, pack: StoredPack): Promise<Result<Uint8Array, StepEnd>> {
  const found = await ports.remote.read(pack)
  if (found.ok && sha256Hex(found.value) === pack.sha) return found
  const held = await store.read(pack)
  if (!held.ok) return err(held.error.kind === 'damaged' ? refused({ kind: 'packUnreadable', seq: pack.seq }) : thisLaptop(held.error))
  const put = await ports.remote.put(pack, held.value)
  if (!put.ok) return err(refused({ kind: 'remote', problem: put.error }))
  const again = await ports.remote.read(pack)
  if (!again.ok) return err(refused({ kind: 'remote', problem: again.error }))
  return sha256Hex(again.value) === pack.sha ? ok(again.value) : err(refused({ kind: 'readBackDiffers', seq: pack.seq }))
}
