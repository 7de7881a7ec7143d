import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32, deflateRawSync, gzipSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { archiveEntryPath } from './archiveEntryPath.mjs'
import { extractTarFile } from './extractTarFile.mjs'
import { extractZip } from './extractZip.mjs'
import { placeInRuntime } from './substituteElectron.mjs'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'plumbline-archives-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

describe('paths inside an archive', () => {
  it.each(['../evil', 'a/../../evil', 'a/..', '/etc/passwd', 'C:/evil', 'c:evil', 'a\\..\\evil', 'a\0b', '', './'])('refuses %j', (name) => {
    expect(() => archiveEntryPath(name)).toThrow(/refused/)
  })

  it('keeps an ordinary path and tidies it', () => {
    expect([archiveEntryPath('a/b.txt'), archiveEntryPath('./a//b/'), archiveEntryPath('a..b/...c')]).toEqual(['a/b.txt', 'a/b', 'a..b/...c'])
  })
})

describe('unpacking a zip', () => {
  it('writes what is wanted under its new name, packed or not, and keeps programs executable', async () => {
    const archive = write('a.zip', zip([
      { name: 'App/', content: '' },
      { name: 'App/program', content: 'x'.repeat(100_000), mode: 0o100755 },
      { name: 'App/empty', content: '' },
      { name: 'App/plain.txt', content: 'plain', stored: true },
      { name: 'App/left-out', content: 'no' },
    ]))
    const done = await extractZip(archive, join(folder, 'out'), (path) => (path === 'App/left-out' ? null : path.replace('App', 'runtime')))
    expect(done).toEqual({ files: 4, bytes: 100_005 })
    expect(readFileSync(join(folder, 'out/runtime/program'), 'utf8')).toHaveLength(100_000)
    expect(statSync(join(folder, 'out/runtime/program')).mode & 0o111).not.toBe(0)
    expect(readFileSync(join(folder, 'out/runtime/plain.txt'), 'utf8')).toBe('plain')
    expect(readFileSync(join(folder, 'out/runtime/empty'), 'utf8')).toBe('')
    expect(existsSync(join(folder, 'out/runtime/left-out'))).toBe(false)
  })

  it('writes nothing when any entry climbs out of the folder', async () => {
    const archive = write('a.zip', zip([{ name: 'good', content: 'good' }, { name: '../evil', content: 'evil' }]))
    await expect(extractZip(archive, join(folder, 'out'), (path) => path)).rejects.toThrow('climbs out')
    expect([existsSync(join(folder, 'evil')), existsSync(join(folder, 'out'))]).toEqual([false, false])
  })

  it('refuses a new name that climbs out', async () => {
    const archive = write('a.zip', zip([{ name: 'good', content: 'good' }]))
    await expect(extractZip(archive, join(folder, 'out'), () => '../evil')).rejects.toThrow('climbs out')
  })

  it('refuses a link', async () => {
    const archive = write('a.zip', zip([{ name: 'link', content: '/etc', mode: 0o120777 }]))
    await expect(extractZip(archive, join(folder, 'out'), (path) => path)).rejects.toThrow('it is a link')
  })

  it('refuses an entry that unpacks to more than it says', async () => {
    const archive = write('a.zip', zip([{ name: 'bomb', content: 'x'.repeat(1_000_000), declared: 10 }]))
    await expect(extractZip(archive, join(folder, 'out'), (path) => path)).rejects.toThrow('larger than it says')
  })

  it('refuses a changed content and a file that was cut off', async () => {
    const good = zip([{ name: 'a', content: 'content', stored: true }])
    const changed = Buffer.from(good)
    changed.write('kontent', changed.indexOf('content'))
    await expect(extractZip(write('changed.zip', changed), join(folder, 'out'), (path) => path)).rejects.toThrow('damaged')
    await expect(extractZip(write('cut.zip', good.subarray(0, -10)), join(folder, 'out'), (path) => path)).rejects.toThrow('not a complete zip')
  })
})

describe('taking one file out of a .tgz', () => {
  it('finds it behind others, whatever their length', async () => {
    const archive = write('a.tgz', gzipSync(tar([['package/package.json', '{}'], ['package/exact', 'x'.repeat(512)], ['package/wanted.zip', 'y'.repeat(70_001)]])))
    await extractTarFile(archive, 'package/wanted.zip', join(folder, 'wanted.zip'))
    expect(readFileSync(join(folder, 'wanted.zip'), 'utf8')).toBe('y'.repeat(70_001))
  })

  it('says so when it is not there, and when the archive was cut off', async () => {
    const whole = tar([['package/a', 'a'.repeat(2_000)]])
    await expect(extractTarFile(write('a.tgz', gzipSync(whole)), 'package/b', join(folder, 'b'))).rejects.toThrow('package/b is not in')
    await expect(extractTarFile(write('c.tgz', gzipSync(whole.subarray(0, 1_000))), 'package/a', join(folder, 'a'))).rejects.toThrow('ends in the middle')
  })

  it('refuses an archive with an entry that climbs out', async () => {
    const archive = write('a.tgz', gzipSync(tar([['../evil', 'evil'], ['package/a', 'a']])))
    await expect(extractTarFile(archive, 'package/a', join(folder, 'a'))).rejects.toThrow('climbs out')
  })
})

describe('the substitute runtime', () => {
  it('leaves out the other application and its snapshot, and renames its program', () => {
    const places = [
      'Cypress', 'Cypress/resources/app', 'Cypress/resources/app/package.json', 'Cypress/browser_v8_context_snapshot.bin', 'Cypress/resources/app-update.yml', 'elsewhere/file',
    ].map(placeInRuntime)
    expect(places).toEqual([null, null, null, null, null, null])
    expect(['Cypress/Cypress', 'Cypress/locales/de.pak', 'Cypress/v8_context_snapshot.bin'].map(placeInRuntime)).toEqual(['electron', 'locales/de.pak', 'v8_context_snapshot.bin'])
  })
})

function write(name: string, content: Buffer): string {
  const file = join(folder, name)
  writeFileSync(file, content)
  return file
}

interface ZipEntry {
  readonly name: string
  readonly content: string
  readonly mode?: number
  readonly stored?: boolean
  readonly declared?: number
}

function zip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const entry of entries) {
    const name = Buffer.from(entry.name)
    const content = Buffer.from(entry.content)
    const packed = entry.stored ? content : deflateRawSync(content)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(entry.stored ? 0 : 8, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(entry.declared ?? content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(((entry.mode ?? 0o100644) << 16) >>> 0, 6)
    tail.writeUInt32LE(at, 10)
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 3]), common, tail, name)
    locals.push(local)
    at += local.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, list, end])
}

function tar(files: readonly (readonly [string, string])[]): Buffer {
  const blocks = files.flatMap(([name, content]) => {
    const header = Buffer.alloc(512)
    header.write(name, 0)
    header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124)
    header.write('ustar\0', 257)
    return [header, Buffer.from(content), Buffer.alloc((512 - (content.length % 512)) % 512)]
  })
  return Buffer.concat([...blocks, Buffer.alloc(1024)])
}
