import type { StreamState } from './PackStream'
import type { VaultNotice } from './VaultProblem'

/** What the chains show to be wrong. Holes in the streams of others are only packs that have not come yet. */
export function streamNotices(streams: readonly StreamState[], ownDeviceId: string): readonly VaultNotice[] {
  return streams.flatMap(({ deviceId, holes, forks, brokenLinks }): readonly VaultNotice[] => [
    ...(deviceId === ownDeviceId ? holes.map((hole) => ({ kind: 'packMissing', deviceId, ...hole }) as const) : []),
    ...forks.map((seq) => ({ kind: 'fork', deviceId, seq }) as const),
    ...brokenLinks.map((seq) => ({ kind: 'brokenLink', deviceId, seq }) as const),
  ])
}
