import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { hashOfSources } from './build.mjs'
import { nodeIsRecentEnough } from './checkNode.mjs'
import { librariesNotFound } from './debianPackages.mjs'
import { freeDisplayNumber } from './freeDisplayNumber.mjs'
import { packagesThatWantANewerNode, reasonToInstall } from './nodeModules.mjs'
import { seedPlaces } from './sampleWorkspace.mjs'
import { hasDisplay } from './virtualDisplay.mjs'

describe('a virtual display', () => {
  it('takes the first number without a lock file and without a socket', () => {
    expect(freeDisplayNumber({ lockFiles: [], sockets: [] })).toBe(99)
    expect(freeDisplayNumber({ lockFiles: ['.X99-lock', '.X101-lock', 'other'], sockets: ['X0', 'X100'] })).toBe(102)
    expect(freeDisplayNumber({ lockFiles: ['.X99-lock.old'], sockets: ['X990'] })).toBe(99)
    expect(freeDisplayNumber({ lockFiles: [], sockets: ['X120'], from: 120 })).toBe(121)
  })

  it('is needed on Linux without X and Wayland only', () => {
    expect(hasDisplay({ platform: 'linux', env: {} })).toBe(false)
    expect(hasDisplay({ platform: 'linux', env: { DISPLAY: '' } })).toBe(false)
    expect(hasDisplay({ platform: 'linux', env: { WAYLAND_DISPLAY: 'wayland-0' } })).toBe(true)
    expect(hasDisplay({ platform: 'darwin', env: {} })).toBe(true)
  })
})

describe('a seeded workspace', () => {
  it('keeps its account files beside itself and away from the documents of whoever runs it', () => {
    const { vault, env } = seedPlaces(undefined, { HOME: '/home/kim' })
    expect(env['PLUMBLINE_DOCUMENTS']).toBe(`${vault}-documents`)
    expect(vault).toMatch(/[\\/]\.plumbline[\\/]seed$/)
    expect(seedPlaces('/w', { PLUMBLINE_DOCUMENTS: '/chosen' }).env['PLUMBLINE_DOCUMENTS']).toBe('/chosen')
  })
})

describe('missing libraries', () => {
  it('are those that the loader does not find, each once', () => {
    const output = '\tlinux-vdso.so.1 (0x0001)\n\tlibgtk-3.so.0 => not found\n\tlibc.so.6 => /lib/libc.so.6 (0x0002)\n\tlibnss3.so => not found\n\tlibnss3.so => not found\n'
    expect(librariesNotFound(output)).toEqual(['libgtk-3.so.0', 'libnss3.so'])
  })
})

describe('the Node version', () => {
  it('follows the oldest one that the tools run on, per line', () => {
    const wanted = { '18.20.4': false, '20.18.3': false, '20.19.0': true, '21.7.0': false, '22.11.0': false, '22.12.0': true, '23.0.0': true, '26.1.0': true }
    const found = Object.fromEntries(Object.keys(wanted).map((version) => [version, nodeIsRecentEnough(version)]))
    expect(found).toEqual(wanted)
  })
})

describe('installed packages', () => {
  const lock = { '': {}, 'node_modules/a': { version: '1.0.0', integrity: 'x' }, 'node_modules/other-system': { version: '1.0.0', optional: true } }

  it('are kept when they are what the lock file says, without those for other systems', () => {
    expect(reasonToInstall(lock, { 'node_modules/a': { version: '1.0.0', integrity: 'x' } })).toBeNull()
  })

  it('are installed anew when absent, of another version or of another content', () => {
    expect(reasonToInstall(lock, null)).toContain('missing')
    expect(reasonToInstall(lock, {})).toContain('changed')
    expect(reasonToInstall(lock, { 'node_modules/a': { version: '1.0.1', integrity: 'x' } })).toContain('changed')
    expect(reasonToInstall(lock, { 'node_modules/a': { version: '1.0.0', integrity: 'y' } })).toContain('changed')
  })

  it('that want a newer Node are named', () => {
    const lines = ['npm warn EBADENGINE Unsupported engine {', "npm warn EBADENGINE   package: 'electron@45.4.1',", 'npm warn deprecated x']
    expect(packagesThatWantANewerNode(lines)).toEqual(['electron@45.4.1'])
  })
})

describe('the build', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'plumbline-hash-'))
    mkdirSync(join(root, 'electron/testing'), { recursive: true })
    writeFileSync(join(root, 'electron/main.ts'), 'one')
    writeFileSync(join(root, 'package-lock.json'), '{}')
  })
  afterEach(() => rmSync(root, { recursive: true, force: true }))

  it('is out of date after a change to a source, a new file, a renamed file or other packages', () => {
    const before = hashOfSources(root)
    const changes = [
      () => writeFileSync(join(root, 'electron/main.ts'), 'two'),
      () => writeFileSync(join(root, 'electron/new.ts'), ''),
      () => writeFileSync(join(root, 'package-lock.json'), '{ }'),
      () => writeFileSync(join(root, 'electron.vite.config.ts'), ''),
    ]
    const hashes = changes.map((change) => (change(), hashOfSources(root)))
    expect(new Set([before, ...hashes]).size).toBe(5)
  })

  it('stays current after a change to a test or a text', () => {
    const before = hashOfSources(root)
    writeFileSync(join(root, 'electron/main.test.ts'), 'test')
    writeFileSync(join(root, 'electron/testing/helper.ts'), 'helper')
    writeFileSync(join(root, 'README.md'), 'text')
    expect(hashOfSources(root)).toBe(before)
  })
})
