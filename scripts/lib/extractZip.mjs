import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, mkdir, open } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { archiveEntryPath } from './archiveEntryPath.mjs'

const END_SIGNATURE = 0x06054b50
const END_LENGTH = 22
const CENTRAL_SIGNATURE = 0x02014b50
const CENTRAL_LENGTH = 46
const LOCAL_SIGNATURE = 0x04034b50
const LOCAL_LENGTH = 30
const STORED = 0
const DEFLATED = 8
const SYMBOLIC_LINK = 0o120000
const FILE_TYPE = 0o170000

/**
 * Unpacks the entries of a zip for which `placeOf(path)` names a relative place. Small on purpose:
 * no zip64, no encryption, no links; anything of that kind is refused, not guessed at.
 */
export async function extractZip(archive, target, placeOf, onProgress = () => {}) {
  const wanted = (await readEntries(archive))
    .map((entry) => ({ entry, path: archiveEntryPath(entry.name) }))
    .flatMap(({ entry, path }) => {
      const place = placeOf(path)
      return place === null ? [] : [{ entry, place: archiveEntryPath(place) }]
    })
  const total = wanted.reduce((sum, { entry }) => sum + entry.size, 0)
  let done = 0
  for (const { entry, place } of wanted) {
    const to = join(target, place)
    if (entry.name.endsWith('/')) {
      await mkdir(to, { recursive: true })
      continue
    }
    await mkdir(dirname(to), { recursive: true })
    await writeEntry(archive, entry, to, (bytes) => onProgress((done += bytes), total))
  }
  return { files: wanted.length, bytes: total }
}

async function readEntries(archive) {
  const file = await open(archive, 'r')
  try {
    const { size } = await file.stat()
    const tailLength = Math.min(size, END_LENGTH + 0xffff)
    const tail = await readAt(file, size - tailLength, tailLength)
    const end = findEnd(tail)
    if (end === -1) throw new Error(`${archive} is not a complete zip file.`)
    const count = tail.readUInt16LE(end + 10)
    const directoryLength = tail.readUInt32LE(end + 12)
    const directoryStart = tail.readUInt32LE(end + 16)
    if (count === 0xffff || directoryStart === 0xffffffff) throw new Error(`${archive} is a zip64 file.`)
    return parseDirectory(await readAt(file, directoryStart, directoryLength), count)
  } finally {
    await file.close()
  }
}

function findEnd(tail) {
  for (let at = tail.length - END_LENGTH; at >= 0; at--) if (tail.readUInt32LE(at) === END_SIGNATURE) return at
  return -1
}

function parseDirectory(directory, count) {
  const entries = []
  for (let at = 0; entries.length < count; ) {
    if (at + CENTRAL_LENGTH > directory.length || directory.readUInt32LE(at) !== CENTRAL_SIGNATURE)
      throw new Error('The zip file has a damaged list of entries.')
    const nameLength = directory.readUInt16LE(at + 28)
    const name = directory.toString('utf8', at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength)
    const mode = directory.readUInt32LE(at + 38) >>> 16
    if ((mode & FILE_TYPE) === SYMBOLIC_LINK) throw new Error(`Archive entry ${JSON.stringify(name)} refused: it is a link.`)
    if (directory.readUInt16LE(at + 8) & 1) throw new Error(`Archive entry ${JSON.stringify(name)} refused: it is encrypted.`)
    entries.push({
      name,
      mode: mode & 0o777,
      method: directory.readUInt16LE(at + 10),
      crc: directory.readUInt32LE(at + 16),
      packedSize: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      headerAt: directory.readUInt32LE(at + 42),
    })
    at += CENTRAL_LENGTH + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  return entries
}

async function writeEntry(archive, entry, to, onBytes) {
  if (entry.method !== STORED && entry.method !== DEFLATED)
    throw new Error(`Archive entry ${JSON.stringify(entry.name)} refused: unknown compression ${entry.method}.`)
  const start = await contentStart(archive, entry)
  let size = 0
  let crc = 0
  const check = new Transform({
    transform(chunk, _encoding, done) {
      size += chunk.length
      crc = crc32(chunk, crc)
      onBytes(chunk.length)
      // A crafted entry could unpack to far more than it declares.
      done(size > entry.size ? new Error(`Archive entry ${JSON.stringify(entry.name)} is larger than it says.`) : null, chunk)
    },
  })
  const source = entry.packedSize === 0 ? [] : [createReadStream(archive, { start, end: start + entry.packedSize - 1 })]
  const target = createWriteStream(to)
  if (source.length === 0) await new Promise((resolve, reject) => target.on('error', reject).end(resolve))
  else if (entry.method === DEFLATED) await pipeline(...source, createInflateRaw(), check, target)
  else await pipeline(...source, check, target)
  if (size !== entry.size || crc !== entry.crc) throw new Error(`Archive entry ${JSON.stringify(entry.name)} is damaged.`)
  if (entry.mode & 0o111) await chmod(to, 0o755)
}

async function contentStart(archive, entry) {
  const file = await open(archive, 'r')
  try {
    const header = await readAt(file, entry.headerAt, LOCAL_LENGTH)
    if (header.readUInt32LE(0) !== LOCAL_SIGNATURE) throw new Error(`Archive entry ${JSON.stringify(entry.name)} is damaged.`)
    return entry.headerAt + LOCAL_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28)
  } finally {
    await file.close()
  }
}

async function readAt(file, position, length) {
  const buffer = Buffer.alloc(length)
  const { bytesRead } = await file.read(buffer, 0, length, position)
  if (bytesRead !== length) throw new Error('The zip file ends too early.')
  return buffer
}
