import { bucketOf, type PackName } from './packName'

/** A run of pack numbers, both ends included. */
export interface SeqRange {
  readonly from: number
  readonly to: number
}

/** What is held of one device's stream of packs. Numbers start at 1. */
export interface StreamState {
  readonly deviceId: string
  /** Every pack from 1 to here is held or retired. */
  readonly watermark: number
  /** Packs up to here are retired by their device: bases above stand for them, and nobody needs them any more. */
  readonly retiredThrough: number
  /** Highest number held, 0 for none. */
  readonly newest: number
  readonly newestBucket: number
  /** Numbers below `newest` that are neither held nor retired. */
  readonly holes: readonly SeqRange[]
  /** Numbers under which two different packs are held. */
  readonly forks: readonly number[]
  /** Packs of which a predecessor is held, but another than they name. */
  readonly brokenLinks: readonly number[]
}

/** A pack as its stream knows it; `prevSha` is undefined for one that cannot be read. */
export interface StreamEntry extends PackName {
  readonly prevSha: string | null | undefined
  /** What the pack says of the stream: everything up to here is retired. */
  readonly retiredThrough?: number
}

/** The packs of one device by number, and what their hash chain shows. Knows nothing of files. */
export class PackStream<Entry extends StreamEntry> {
  private readonly bySeq = new Map<number, Entry[]>()
  private known: StreamState | null = null
  private sorted: Entry[] | null = null

  constructor(readonly deviceId: string) {}

  add(entry: Entry): void {
    // A stream mostly grows at its end; with thousands of packs, looking at all of them for each is too much.
    const isAtEnd = this.sorted !== null && (this.sorted.at(-1)?.seq ?? 0) < entry.seq
    this.remove(entry)
    this.bySeq.set(entry.seq, [...this.at(entry.seq), entry].sort((a, b) => (a.sha < b.sha ? -1 : 1)))
    if (isAtEnd) this.sorted?.push(entry)
    else this.sorted = null
    this.known = isAtEnd && this.known !== null ? this.stateWith(this.known, entry) : null
  }

  remove(entry: PackName): void {
    if (!this.bySeq.has(entry.seq)) return
    const others = this.at(entry.seq).filter((candidate) => candidate.sha !== entry.sha)
    if (others.length === 0) this.bySeq.delete(entry.seq)
    else this.bySeq.set(entry.seq, others)
    this.sorted = null
    this.known = null
  }

  at(seq: number): readonly Entry[] {
    return this.bySeq.get(seq) ?? []
  }

  /** In the order of their numbers. Whoever keeps the list sees it grow. */
  entries(): readonly Entry[] {
    this.sorted ??= [...this.bySeq.keys()].sort((a, b) => a - b).flatMap((seq) => this.at(seq))
    return this.sorted
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

  /** The state after a pack was added behind all others; null where everything must be looked at again. */
  private stateWith(known: StreamState, entry: Entry): StreamState | null {
    if (entry.prevSha === undefined) return known
    if ((entry.retiredThrough ?? 0) > known.retiredThrough) return null
    const holes = entry.seq > known.newest + 1 ? [...known.holes, { from: known.newest + 1, to: entry.seq - 1 }] : known.holes
    const brokenLinks = this.isBroken(entry, known.retiredThrough) ? [...known.brokenLinks, entry.seq] : known.brokenLinks
    return { ...known, watermark: (holes[0]?.from ?? entry.seq + 1) - 1, newest: entry.seq, newestBucket: bucketOf(entry.seq), holes, brokenLinks }
  }

  private isBroken(entry: Entry, retiredThrough: number): boolean {
    const before = this.at(entry.seq - 1)
    return entry.seq > retiredThrough + 1 && before.length > 0 && !before.some((candidate) => candidate.sha === entry.prevSha)
  }

  private computeState(): StreamState {
    const retiredThrough = this.entries().reduce((through, entry) => Math.max(through, entry.retiredThrough ?? 0), 0)
    const held = this.entries().filter((entry) => entry.prevSha !== undefined && entry.seq > retiredThrough)
    const holes: SeqRange[] = []
    const forks = new Set<number>()
    const brokenLinks = new Set<number>()
    let newest = retiredThrough
    for (const entry of held) {
      if (entry.seq > newest + 1) holes.push({ from: newest + 1, to: entry.seq - 1 })
      if (entry.seq === newest) forks.add(entry.seq)
      newest = entry.seq
      if (this.isBroken(entry, retiredThrough)) brokenLinks.add(entry.seq)
    }
    const watermark = (holes[0]?.from ?? newest + 1) - 1
    return { deviceId: this.deviceId, watermark, retiredThrough, newest, newestBucket: bucketOf(newest), holes, forks: [...forks], brokenLinks: [...brokenLinks] }
  }
}
