import { describe, expect, it } from 'vitest'
import { chooseRuntime, substituteFits } from './chooseRuntime.mjs'
import { sandboxArguments } from './electronRuntime.mjs'

const fresh = { asked: undefined, officialInstalled: false, substituteCached: false, substituteFits: true }

describe('choosing an Electron runtime', () => {
  it('tries the official download first on a fresh machine and falls back only where a substitute exists', () => {
    expect(chooseRuntime(fresh)).toBe('officialElseSubstitute')
    expect(chooseRuntime({ ...fresh, substituteFits: false })).toBe('official')
  })

  it('prefers an installed official runtime to a cached substitute', () => {
    expect(chooseRuntime({ ...fresh, officialInstalled: true, substituteCached: true })).toBe('installedOfficial')
  })

  it('asks the network no second time once a substitute is cached', () => {
    expect(chooseRuntime({ ...fresh, substituteCached: true })).toBe('cachedSubstitute')
  })

  it('tries the official download again when asked for, even with a cached substitute', () => {
    expect(chooseRuntime({ ...fresh, asked: 'official', substituteCached: true })).toBe('official')
  })

  it('takes the substitute when asked for, even with the official one installed', () => {
    expect(chooseRuntime({ ...fresh, asked: 'registry', officialInstalled: true })).toBe('substitute')
    expect(chooseRuntime({ ...fresh, asked: 'registry', officialInstalled: true, substituteCached: true })).toBe('cachedSubstitute')
  })

  it('refuses the substitute on a system it does not run on', () => {
    expect(() => chooseRuntime({ ...fresh, asked: 'registry', substituteFits: false })).toThrow('Linux on x64 only')
    expect([
      substituteFits({ platform: 'linux', arch: 'x64' }),
      substituteFits({ platform: 'linux', arch: 'arm64' }),
      substituteFits({ platform: 'darwin', arch: 'x64' }),
    ]).toEqual([true, false, false])
  })

  it('takes a named path as it is and names a word it does not know', () => {
    expect(chooseRuntime({ ...fresh, asked: './dist/electron', officialInstalled: true })).toBe('path')
    expect(chooseRuntime({ ...fresh, asked: 'C:\\electron' })).toBe('path')
    expect(() => chooseRuntime({ ...fresh, asked: 'offical' })).toThrow('PLUMBLINE_ELECTRON=offical')
  })
})

describe('the sandbox', () => {
  it('is switched off for root on Linux and for nobody else', () => {
    expect(sandboxArguments({ platform: 'linux', root: true })).toEqual(['--no-sandbox'])
    expect(sandboxArguments({ platform: 'linux', root: false })).toEqual([])
    expect(sandboxArguments({ platform: 'darwin', root: true })).toEqual([])
  })
})
