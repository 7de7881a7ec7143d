import { createReadStream, createWriteStream } from 'node:fs'
import { once } from 'node:events'
import { createGunzip } from 'node:zlib'
import { archiveEntryPath } from './archiveEntryPath.mjs'

const BLOCK = 512

/**
 * Writes one file of a .tgz to `target`. Reads only what the npm registry produces (ustar with
 * plain names and sizes), so that unpacking needs no tool that a fresh machine may lack.
 */
export async function extractTarFile(archive, wanted, target, onProgress = () => {}) {
  const source = createReadStream(archive)
  const gunzip = createGunzip()
  source.on('error', (error) => gunzip.destroy(error))
  source.pipe(gunzip)
  try {
    for await (const entry of entriesOf(gunzip)) {
      if (archiveEntryPath(entry.name) !== wanted) continue
      await writeEntry(entry, target, onProgress)
      return
    }
  } finally {
    source.destroy()
    gunzip.destroy()
  }
  throw new Error(`${wanted} is not in ${archive}.`)
}

async function writeEntry(entry, target, onProgress) {
  const out = createWriteStream(target)
  const failed = new Promise((_, reject) => out.once('error', reject))
  failed.catch(() => {})
  let done = 0
  for await (const chunk of entry.content) {
    if (!out.write(chunk)) await Promise.race([once(out, 'drain'), failed])
    done += chunk.length
    onProgress(done, entry.size)
  }
  out.end()
  await Promise.race([once(out, 'close'), failed])
}

async function* entriesOf(stream) {
  const reader = createReader(stream)
  for (;;) {
    const header = await reader.exactly(BLOCK)
    if (header === null || header[0] === 0) return
    const entry = readHeader(header)
    let left = entry.size
    const content = (async function* () {
      while (left > 0) {
        const chunk = await reader.atMost(left)
        if (chunk === null) throw new Error('The archive ends in the middle of a file.')
        left -= chunk.length
        yield chunk
      }
    })()
    yield { ...entry, content }
    // Whatever the taker left unread lies before the next entry.
    while (!(await content.next()).done);
    await reader.exactly((BLOCK - (entry.size % BLOCK)) % BLOCK)
  }
}

/** Pulls byte counts out of a stream of chunks of any size. */
function createReader(stream) {
  const chunks = stream[Symbol.asyncIterator]()
  let rest = Buffer.alloc(0)
  const atMost = async (count) => {
    if (rest.length === 0) {
      const next = await chunks.next()
      if (next.done) return null
      rest = next.value
    }
    const taken = rest.subarray(0, count)
    rest = rest.subarray(taken.length)
    return taken
  }
  const exactly = async (count) => {
    const parts = []
    for (let missing = count; missing > 0; ) {
      const part = await atMost(missing)
      if (part === null) {
        if (parts.length === 0) return null
        throw new Error('The archive ends too early.')
      }
      parts.push(part)
      missing -= part.length
    }
    return Buffer.concat(parts)
  }
  return { atMost, exactly }
}

function readHeader(header) {
  const text = (from, length) => {
    const field = header.subarray(from, from + length)
    const end = field.indexOf(0)
    return field.subarray(0, end === -1 ? length : end).toString('utf8')
  }
  const size = Number.parseInt(text(124, 12).trim() || '0', 8)
  if (!Number.isSafeInteger(size) || size < 0) throw new Error('The archive has an entry of unreadable size.')
  const prefix = text(257, 5) === 'ustar' ? text(345, 155) : ''
  return { name: prefix ? `${prefix}/${text(0, 100)}` : text(0, 100), size }
}
