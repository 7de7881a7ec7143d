import { inflateRawSync } from 'node:zlib'

/**
 * How much a saved document or a change would become in memory, found out without unpacking it: a few bytes can claim
 * a thousand million characters. Knows of the library's format only what is needed to count. What it does not know is
 * too heavy.
 */
export interface WeightLimits {
  /** Operations, changes, or parts of them, in one column. */
  readonly rows: number
  /** Bytes of all columns together, unpacked. */
  readonly bytes: number
}

/** An account of ten years has some hundred thousand operations. */
export const usualWeight: WeightLimits = { rows: 4_000_000, bytes: 128 * 1024 * 1024 }

const magic = [0x85, 0x6f, 0x4a, 0x83]
const checksumLength = 4
const hashLength = 32
const isDeflated = 0x08
const chunkTypes = { document: 0, change: 1, deflatedChange: 2 } as const
const columnTypes = { group: 0, boolean: 4, text: 5, raw: 7 } as const

class TooHeavy extends Error {}

/** False for what is too heavy, and for what is none of the library's chunks, one after the other. */
export function isLightEnough(bytes: Uint8Array, limits: WeightLimits = usualWeight): boolean {
  try {
    const scale = new Scale(limits)
    for (const reader = new Reader(bytes); !reader.isAtEnd; ) weighChunk(reader, scale)
    return bytes.length > 0
  } catch (error) {
    if (error instanceof TooHeavy) return false
    throw error
  }
}

class Scale {
  #bytes = 0

  constructor(readonly limits: WeightLimits) {}

  /** Counts bytes that are there, and says how many more there may be. */
  add(bytes: number): void {
    this.#bytes += bytes
    if (this.#bytes > this.limits.bytes) throw new TooHeavy()
  }

  inflate(bytes: Uint8Array): Uint8Array {
    try {
      const inflated = inflateRawSync(bytes, { maxOutputLength: Math.max(1, this.limits.bytes - this.#bytes) })
      this.add(inflated.length)
      return inflated
    } catch {
      throw new TooHeavy()
    }
  }
}

class Reader {
  #at = 0

  constructor(private readonly bytes: Uint8Array) {}

  get isAtEnd(): boolean {
    return this.#at >= this.bytes.length
  }

  byte(): number {
    const byte = this.bytes[this.#at]
    if (byte === undefined) throw new TooHeavy()
    this.#at += 1
    return byte
  }

  take(length: number): Uint8Array {
    if (length > this.bytes.length - this.#at) throw new TooHeavy()
    this.#at += length
    return this.bytes.subarray(this.#at - length, this.#at)
  }

  /** Exact up to 2^53, which is above every limit. */
  unsigned(): number {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte()
      value += (byte & 0x7f) * factor
      if (value > Number.MAX_SAFE_INTEGER || factor > 2 ** 63) throw new TooHeavy()
      if (byte < 0x80) return value
    }
  }

  signed(): number {
    let value = 0
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte()
      value += (byte & 0x7f) * factor
      if (factor > 2 ** 63) throw new TooHeavy()
      if (byte < 0x80) return (byte & 0x40) === 0 ? value : value - factor * 128
    }
  }
}

function weighChunk(reader: Reader, scale: Scale): void {
  for (const byte of magic) if (reader.byte() !== byte) throw new TooHeavy()
  reader.take(checksumLength)
  const type = reader.byte()
  const contents = reader.take(reader.unsigned())
  scale.add(contents.length)
  switch (type) {
    case chunkTypes.document:
      return weighDocument(new Reader(contents), scale)
    case chunkTypes.change:
      return weighChange(new Reader(contents), scale)
    case chunkTypes.deflatedChange:
      return weighChange(new Reader(scale.inflate(contents)), scale)
    default:
      throw new TooHeavy()
  }
}

function weighDocument(reader: Reader, scale: Scale): void {
  skipActors(reader)
  reader.take(reader.unsigned() * hashLength)
  const columns = [...readColumns(reader), ...readColumns(reader)]
  weighColumns(reader, columns, scale)
}

function weighChange(reader: Reader, scale: Scale): void {
  reader.take(reader.unsigned() * hashLength)
  // The actor, its counters, the claimed time, the message and the other actors.
  reader.take(reader.unsigned())
  reader.unsigned()
  reader.unsigned()
  reader.signed()
  reader.take(reader.unsigned())
  skipActors(reader)
  weighColumns(reader, readColumns(reader), scale)
}

function skipActors(reader: Reader): void {
  for (let left = reader.unsigned(); left > 0; left--) reader.take(reader.unsigned())
}

interface Column {
  readonly spec: number
  readonly length: number
}

function readColumns(reader: Reader): readonly Column[] {
  return Array.from({ length: Math.min(reader.unsigned(), mostColumns) }, () => ({ spec: reader.unsigned(), length: reader.unsigned() }))
}

/** The library has twenty. */
const mostColumns = 256

function weighColumns(reader: Reader, columns: readonly Column[], scale: Scale): void {
  for (const { spec, length } of columns) {
    const bytes = reader.take(length)
    weighColumn(spec & 0x07, new Reader((spec & isDeflated) === 0 ? bytes : scale.inflate(bytes)), scale.limits.rows)
  }
}

/** Columns are runs: so many times the same, so many different ones, so many times nothing. */
function weighColumn(type: number, reader: Reader, limit: number): void {
  if (type === columnTypes.raw) return
  let rows = 0
  const count = (more: number): void => {
    rows += more
    if (!(rows <= limit)) throw new TooHeavy()
  }
  const value = (): number => {
    if (type !== columnTypes.text) return reader.unsigned()
    reader.take(reader.unsigned())
    return 0
  }
  while (!reader.isAtEnd) {
    if (type === columnTypes.boolean) {
      count(reader.unsigned())
      continue
    }
    const run = reader.signed()
    if (run > 0) count(run * Math.max(1, type === columnTypes.group ? value() : (value(), 1)))
    else if (run === 0) count(reader.unsigned())
    else for (let left = -run; left > 0; left--) count(Math.max(1, type === columnTypes.group ? value() : (value(), 1)))
  }
}
