import { bucketOf, type PackName } from './packName'

/** A run of pack numbers, both ends included. */
export interface SeqRange {
  readonly from: number
  readonly to: number
}

/** What is held of one device's stream of packs. Numbers start at 1. */
export interface StreamState {
  readonly deviceId: string
  /** Every pack from 1 to here is held. */
  readonly watermark: number
  /** Highest number held, 0 for none. */
  readonly newest: number
  readonly newestBucket: number
  /** Numbers below `newest` that are not held. */
  readonly holes: readonly SeqRange[]
  /** Numbers under which two different packs are held. */
  readonly forks: readonly number[]
  /** Packs of which a predecessor is held, but another than they name. */
  readonly brokenLinks: readonly number[]
}

/** A pack as its stream knows it; `prevSha` is undefined for one that cannot be read. */
export interface StreamEntry extends PackName {
  readonly prevSha: string | null | undefined
}

/** The packs of one device by number, and what their hash chain shows. Knows nothing of files. */
export class PackStream<Entry extends StreamEntry> {
  private readonly bySeq = new Map<number, Entry[]>()
  private known: StreamState | null = null

  constructor(readonly deviceId: string) {}

  add(entry: Entry): void {
    this.remove(entry)
    this.bySeq.set(entry.seq, [...this.at(entry.seq), entry].sort((a, b) => (a.sha < b.sha ? -1 : 1)))
    this.known = null
  }

  remove(entry: PackName): void {
    const others = this.at(entry.seq).filter((candidate) => candidate.sha !== entry.sha)
    if (others.length === 0) this.bySeq.delete(entry.seq)
    else this.bySeq.set(entry.seq, others)
    this.known = null
  }

  at(seq: number): readonly Entry[] {
    return this.bySeq.get(seq) ?? []
  }

  entries(): readonly Entry[] {
    return [...this.bySeq.keys()].sort((a, b) => a - b).flatMap((seq) => this.at(seq))
  }

  /** The last pack of the stream, readable or not: the next one follows it. */
  last(): Entry | null {
    return this.entries().at(-1) ?? null
  }

  /** True when a pack with this place and hash fits between the neighbours that are held. */
  wouldLink(entry: StreamEntry): boolean {
    const before = this.at(entry.seq - 1)
    const after = this.at(entry.seq + 1).filter((candidate) => candidate.prevSha !== undefined)
    const fitsBefore = before.length === 0 || before.some((candidate) => candidate.sha === entry.prevSha)
    return fitsBefore && (after.length === 0 || after.some((candidate) => candidate.prevSha === entry.sha))
  }

  state(): StreamState {
    this.known ??= this.computeState()
    return this.known
  }

  private computeState(): StreamState {
    const held = this.entries().filter((entry) => entry.prevSha !== undefined)
    const holes: SeqRange[] = []
    const forks = new Set<number>()
    const brokenLinks = new Set<number>()
    let newest = 0
    for (const entry of held) {
      if (entry.seq > newest + 1) holes.push({ from: newest + 1, to: entry.seq - 1 })
      if (entry.seq === newest) forks.add(entry.seq)
      newest = entry.seq
      const before = this.at(entry.seq - 1)
      if (before.length > 0 && !before.some((candidate) => candidate.sha === entry.prevSha)) brokenLinks.add(entry.seq)
    }
    const watermark = (holes[0]?.from ?? newest + 1) - 1
    return { deviceId: this.deviceId, watermark, newest, newestBucket: bucketOf(newest), holes, forks: [...forks], brokenLinks: [...brokenLinks] }
  }
}
