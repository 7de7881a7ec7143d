import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, test } from 'vitest'
import { nodeProcesses } from './nodeProcesses'

test('this process is running', async () => {
  const self = await nodeProcesses.self()
  expect(self.pid).toBe(process.pid)
  expect(await nodeProcesses.stateOf(self)).toBe('running')
})

test('a process that has ended is gone', async () => {
  const child = spawn(process.execPath, ['--eval', ''])
  await once(child, 'exit')
  expect(await nodeProcesses.stateOf({ ...(await nodeProcesses.self()), pid: child.pid ?? 0 })).toBe('gone')
})

test('another process under the number of an ended one is not taken for it', async () => {
  const self = await nodeProcesses.self()
  expect(await nodeProcesses.stateOf({ ...self, startedAt: '1' })).toBe('gone')
})

test('a process from before the machine was started again is gone', async () => {
  const self = await nodeProcesses.self()
  expect(await nodeProcesses.stateOf({ ...self, bootId: '00000000-0000-0000-0000-000000000000:1' })).toBe('gone')
})

test('nobody here can tell about a process of another machine or of another container', async () => {
  const self = await nodeProcesses.self()
  expect(await nodeProcesses.stateOf({ ...self, bootId: 'other:1', host: 'elsewhere' })).toBe('unknown')
  expect(await nodeProcesses.stateOf({ ...self, bootId: `${self.bootId.split(':')[0]}:1` })).toBe('unknown')
})

test('a laptop that is called otherwise in another network is still the same', async () => {
  const self = await nodeProcesses.self()
  expect(await nodeProcesses.stateOf({ ...self, host: `${self.host}.office.example` })).toBe('running')
})
