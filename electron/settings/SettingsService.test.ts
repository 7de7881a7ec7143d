import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { err } from '#shared/base/Result'
import type { Disk } from '../platform/Disk'
import { createLog } from '../platform/Log'
import { nodeDisk } from '../platform/nodeDisk'
import { DeviceState } from './DeviceState'
import { SettingsService } from './SettingsService'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settings-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

const log = createLog({ now: () => '2026-11-21T14:02:00.000Z', today: () => '2026-11-21' }, () => undefined)
const open = (disk: Disk = nodeDisk): Promise<SettingsService> => SettingsService.open({ disk, log }, folder)

describe('SettingsService', () => {
  it('keeps what was set for the next start, and tells who listens', async () => {
    const settings = await open()
    const told: string[] = []
    settings.onChange(({ theme }) => told.push(theme))
    expect((await settings.change({ theme: 'dark' })).ok).toBe(true)
    expect((await settings.change({ memberName: 'Kim' })).ok).toBe(true)
    expect(told).toEqual(['dark', 'dark'])
    expect((await open()).current()).toEqual({ theme: 'dark', memberName: 'Kim', singleKeys: true, density: 'auto' })
  })

  it('starts with defaults where the file is damaged, and keeps the damaged file', async () => {
    writeFileSync(join(folder, 'settings.json'), '{"theme":"ultraviolet"')
    const settings = await open()
    expect(settings.current()).toEqual({ theme: 'system', memberName: '', singleKeys: true, density: 'auto' })
    expect(readFileSync(join(folder, 'settings.json.damaged'), 'utf8')).toBe('{"theme":"ultraviolet"')
    expect((await settings.change({ theme: 'light' })).ok).toBe(true)
    expect((await open()).current().theme).toBe('light')
    expect(existsSync(join(folder, 'settings.json.damaged'))).toBe(true)
  })

  it('keeps that single keys are off, and has them on where an earlier version did not know the switch', async () => {
    writeFileSync(join(folder, 'settings.json'), '{"theme":"dark","memberName":"Kim"}')
    const settings = await open()
    expect(settings.current()).toEqual({ theme: 'dark', memberName: 'Kim', singleKeys: true, density: 'auto' })
    expect((await settings.change({ singleKeys: false })).ok).toBe(true)
    expect((await open()).current()).toEqual({ theme: 'dark', memberName: 'Kim', singleKeys: false, density: 'auto' })
  })

  it('says that a setting could not be saved, and does not pretend', async () => {
    const full: Disk = { ...nodeDisk, createFile: async () => err({ kind: 'diskFull' }) }
    const settings = await open(full)
    const told: unknown[] = []
    settings.onChange((changed) => told.push(changed))
    const changed = await settings.change({ theme: 'dark' })
    expect(!changed.ok && changed.error.kind).toBe('diskFull')
    expect(settings.current().theme).toBe('system')
    expect(told).toEqual([])
  })
})

describe('DeviceState', () => {
  it('remembers where the window stood, and forgets a place that cannot be one', async () => {
    const state = await DeviceState.open({ disk: nodeDisk, log }, folder)
    state.rememberWindow({ x: 10, y: 20, width: 1280, height: 800, maximized: false })
    await state.stop()
    expect((await DeviceState.open({ disk: nodeDisk, log }, folder)).window?.x).toBe(10)
    writeFileSync(join(folder, 'device.json'), '{"window":{"x":1e99}}')
    rmSync(join(folder, 'device.json.bak'), { force: true })
    expect((await DeviceState.open({ disk: nodeDisk, log }, folder)).window).toBeNull()
  })
})
