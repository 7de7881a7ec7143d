import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyIntegrity } from './verifyIntegrity.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-integrity-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const integrityOf = (content: string) => `sha512-${createHash('sha512').update(content).digest('base64')}`

describe('the integrity of a fetched file', () => {
  it('accepts exactly the expected content', async () => {
    const file = join(folder, 'package.tgz')
    writeFileSync(file, 'the package')
    await expect(verifyIntegrity(file, integrityOf('the package'))).resolves.toBeUndefined()
  })

  it('refuses a file with one byte more and names it', async () => {
    const file = join(folder, 'package.tgz')
    writeFileSync(file, 'the package\n')
    await expect(verifyIntegrity(file, integrityOf('the package'))).rejects.toThrow('package.tgz is not the expected file')
  })

  it('never takes a weaker or empty integrity for good', async () => {
    const file = join(folder, 'package.tgz')
    writeFileSync(file, '')
    await expect(verifyIntegrity(file, 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=')).rejects.toThrow('not a sha512 integrity')
    await expect(verifyIntegrity(file, 'sha512-')).rejects.toThrow('not a sha512 integrity')
  })
})
