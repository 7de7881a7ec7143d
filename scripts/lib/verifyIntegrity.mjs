import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'

/** Throws unless the file has exactly the content that `expected` ("sha512-<base64>") names. */
export async function verifyIntegrity(file, expected) {
  const [algorithm, digest] = [expected.slice(0, expected.indexOf('-')), expected.slice(expected.indexOf('-') + 1)]
  if (algorithm !== 'sha512' || Buffer.from(digest, 'base64').length !== 64)
    throw new Error(`${expected} is not a sha512 integrity.`)
  const hash = createHash(algorithm)
  await pipeline(createReadStream(file), hash)
  const found = hash.digest('base64')
  if (found !== digest) throw new Error(`${file} is not the expected file: its sha512 is ${found}.`)
}
