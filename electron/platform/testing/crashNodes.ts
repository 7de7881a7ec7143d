/**
 * What is left of things that were not flushed: nothing, all of it, or an arbitrary part, chosen by `random`
 * (0 ≤ x < 1): names in the order in which they were made, content also torn and with later parts before earlier ones.
 */
export type Survival = { readonly kind: 'forget' } | { readonly kind: 'keep' } | { readonly kind: 'torn'; readonly random: () => number }

type Change = { readonly kind: 'write'; readonly bytes: Uint8Array; readonly position: number } | { readonly kind: 'truncate'; readonly length: number }

/** A file of a CrashDisk: its content as the process sees it, and as the medium holds it. */
export class CrashFile {
  private flushed: Uint8Array
  private unflushed: Change[] = []

  constructor(public content: Uint8Array = new Uint8Array()) {
    this.flushed = content
  }

  write(bytes: Uint8Array, position: number): void {
    this.change({ kind: 'write', bytes: bytes.slice(), position })
  }

  truncate(length: number): void {
    this.change({ kind: 'truncate', length })
  }

  sync(): void {
    for (const change of this.unflushed) this.flushed = applied(this.flushed, change)
    this.unflushed = []
  }

  /** A flush that failed: the system forgets that the pages were waiting, so a later flush does not write them either. */
  loseUnflushed(): void {
    this.unflushed = []
  }

  afterCrash(survival: Survival): CrashFile {
    if (survival.kind === 'forget') return new CrashFile(this.flushed)
    if (survival.kind === 'keep') return new CrashFile(this.content)
    let content = this.flushed
    for (const change of this.unflushed) {
      const luck = survival.random()
      if (luck < 0.4) content = applied(content, change)
      else if (luck < 0.7) content = applied(content, part(change, survival.random()))
    }
    return new CrashFile(content)
  }

  private change(change: Change): void {
    this.content = applied(this.content, change)
    this.unflushed.push(change)
  }
}

type Node = CrashFile | CrashFolder

/** A folder of a CrashDisk: its names as the process sees them, and as the medium holds them. */
export class CrashFolder {
  readonly entries = new Map<string, Node>()
  private flushed = new Map<string, Node>()
  private unflushed: ((names: Map<string, Node>) => void)[] = []

  /** Puts a name in, or with null takes it out. */
  set(name: string, node: Node | null): void {
    this.change((names) => (node === null ? void names.delete(name) : void names.set(name, node)))
  }

  rename(from: string, to: string, node: Node): void {
    this.change((names) => {
      names.delete(from)
      names.set(to, node)
    })
  }

  sync(): void {
    this.flushed = new Map(this.entries)
    this.unflushed = []
  }

  afterCrash(survival: Survival): CrashFolder {
    const names = survival.kind === 'keep' ? this.entries : new Map(this.flushed)
    if (survival.kind === 'torn') {
      const surviving = Math.floor(survival.random() * (this.unflushed.length + 1))
      for (const change of this.unflushed.slice(0, surviving)) change(names)
    }
    const folder = new CrashFolder()
    for (const [name, node] of names) folder.set(name, node.afterCrash(survival))
    folder.sync()
    return folder
  }

  private change(change: (names: Map<string, Node>) => void): void {
    change(this.entries)
    this.unflushed.push(change)
  }
}

function applied(content: Uint8Array, change: Change): Uint8Array {
  if (change.kind === 'truncate') {
    const cut = new Uint8Array(change.length)
    cut.set(content.subarray(0, change.length))
    return cut
  }
  const changed = new Uint8Array(Math.max(content.length, change.position + change.bytes.length))
  changed.set(content)
  changed.set(change.bytes, change.position)
  return changed
}

/** Part of a write; sometimes the file has grown but the content is still zeros. */
function part(change: Change, luck: number): Change {
  if (change.kind === 'truncate') return change
  const length = Math.floor(change.bytes.length * luck)
  if (luck < 0.8) return { ...change, bytes: change.bytes.subarray(0, length) }
  return { ...change, bytes: new Uint8Array(length) }
}
