import type { CompactionRemote } from '../vault/compaction/CompactionPorts'
import type { Remote } from './Remote'

/** This device's own stream on the remote, as compaction sees it: the only place in the app where a pack is deleted there. */
export function compactionRemote(remote: Remote, deviceId: string): CompactionRemote {
  return {
    put: (pack, bytes) => remote.putPack(deviceId, pack, bytes),
    read: (pack) => remote.getPack(deviceId, pack),
    remove: (pack) => remote.deletePack(deviceId, pack),
  }
}
