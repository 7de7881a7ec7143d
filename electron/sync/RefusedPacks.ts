import type { RemotePack } from './Remote'
import { packName } from '../vault/packName'
import type { RefusedPack } from './SyncProblem'

interface Refusal {
  readonly pack: RefusedPack
  /** What the bytes were; a file that is still being copied changes from look to look. */
  readonly fingerprint: string
  readonly nextLook: number
}

/** The same bytes refused so often are not a copy under way: somebody is told. */
const triesBeforeTelling = 3
/** A pack that stays unreadable is looked at ever less often, up to every so many rounds. */
const longestPause = 64

/** Remembers which packs could not be taken in, so that they are tried again but not at every poll. */
export class RefusedPacks {
  private readonly refusals = new Map<string, Refusal>()
  private round = 0
  private counts = true

  /** `counts`: time has passed since the last look. Where it has not, the same bytes once more say nothing about a copy under way. */
  nextRound({ looksAtAll, counts }: { readonly looksAtAll: boolean; readonly counts: boolean }): void {
    this.counts = counts
    this.round++
    if (!looksAtAll) return
    for (const [key, refusal] of this.refusals) this.refusals.set(key, { ...refusal, nextLook: this.round })
  }

  isDue(deviceId: string, pack: RemotePack): boolean {
    return (this.refusals.get(keyOf(deviceId, pack))?.nextLook ?? 0) <= this.round
  }

  add(deviceId: string, pack: RemotePack, reason: RefusedPack['reason'], fingerprint: string): void {
    const key = keyOf(deviceId, pack)
    const before = this.refusals.get(key)
    const tries = before?.fingerprint === fingerprint ? before.pack.tries + (this.counts ? 1 : 0) : 1
    const pause = tries < triesBeforeTelling ? 1 : Math.min(2 ** (tries - triesBeforeTelling + 1), longestPause)
    this.refusals.set(key, { pack: { deviceId, seq: pack.seq, name: packName(pack), reason, tries }, fingerprint, nextLook: this.round + pause })
  }

  clear(deviceId: string, pack: RemotePack): void {
    this.refusals.delete(keyOf(deviceId, pack))
  }

  clearAll(): void {
    this.refusals.clear()
  }

  /** Forgets what is no longer on the remote. */
  keepOnly(deviceId: string, wanted: readonly RemotePack[]): void {
    const kept = new Set(wanted.map((pack) => keyOf(deviceId, pack)))
    for (const [key, refusal] of this.refusals) if (refusal.pack.deviceId === deviceId && !kept.has(key)) this.refusals.delete(key)
  }

  all(): readonly RefusedPack[] {
    return [...this.refusals.values()].map((refusal) => refusal.pack)
  }

  lasting(): readonly RefusedPack[] {
    return this.all().filter((pack) => pack.reason === 'newer' || pack.tries >= triesBeforeTelling)
  }
}

function keyOf(deviceId: string, pack: RemotePack): string {
  return `${deviceId}/${packName(pack)}`
}
