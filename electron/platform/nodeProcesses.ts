import { execFile } from 'node:child_process'
import { readFile, readlink } from 'node:fs/promises'
import { hostname, uptime } from 'node:os'
import type { Processes, ProcessIdentity, ProcessState } from './Processes'

/** The processes of this machine; exact on Linux, best effort elsewhere. */
export const nodeProcesses: Processes = {
  self: async () => ({
    pid: process.pid,
    startedAt: (await linuxStart(process.pid)) ?? String(Math.round(Date.now() - process.uptime() * 1000)),
    bootId: await bootId(),
    host: hostname(),
  }),
  stateOf: async (identity) => {
    const here = await bootId()
    const where = placeOf(identity, here)
    if (where !== 'here') return where
    if (!answers(identity.pid)) return 'gone'
    return here === '' ? portableState(identity) : linuxState(identity)
  },
}

/** A process number means something only on the machine, and in the container, that gave it. */
function placeOf(identity: ProcessIdentity, here: string): 'here' | 'gone' | 'unknown' {
  const sameHost = hostLabel(identity.host) === hostLabel(hostname())
  if (here === '' || identity.bootId === '') return sameHost ? 'here' : 'unknown'
  if (identity.bootId === here) return 'here'
  const sameStart = identity.bootId.split(':')[0] === here.split(':')[0]
  return sameHost && !sameStart ? 'gone' : 'unknown'
}

/** Laptops change the rest of their name with the network they are in. */
function hostLabel(host: string): string {
  return (host.split('.')[0] ?? '').toLowerCase()
}

/** The id of this start of the machine and of the process namespace; empty outside Linux. */
async function bootId(): Promise<string> {
  try {
    const boot = await readFile('/proc/sys/kernel/random/boot_id', 'utf8')
    return `${boot.trim()}:${(await readlink('/proc/self/ns/pid')).replace(/\D/g, '')}`
  } catch {
    return ''
  }
}

function answers(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // Somebody else's process may not be signalled, but it is there.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

async function linuxState(identity: ProcessIdentity): Promise<ProcessState> {
  return (await linuxStart(identity.pid)) === identity.startedAt ? 'running' : 'gone'
}

/** Start in clock ticks since the machine's start; null for none, a dead one waiting for its parent, or another system. */
async function linuxStart(pid: number): Promise<string | null> {
  let text: string
  try {
    text = await readFile(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return null
  }
  // The program's name comes second, in brackets, and may itself hold spaces and brackets.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
  const state = fields[0]
  return state === 'Z' || state === 'X' ? null : (fields[19] ?? null)
}

async function portableState(identity: ProcessIdentity): Promise<ProcessState> {
  const startedAt = Number(identity.startedAt)
  const machineStartedAt = Date.now() - uptime() * 1000
  if (startedAt < machineStartedAt - clockSlackMs) return 'gone'
  if (process.platform === 'win32') return 'running'
  const found = await startFromProcessList(identity.pid)
  if (found === null) return 'running'
  return Math.abs(found - startedAt) <= clockSlackMs ? 'running' : 'gone'
}

/** Start times outside Linux come from the wall clock, which is set now and then, and are told in whole seconds. */
const clockSlackMs = 60_000

function startFromProcessList(pid: number): Promise<number | null> {
  return new Promise((resolve) => {
    execFile('ps', ['-o', 'lstart=', '-p', String(pid)], { env: { ...process.env, LC_ALL: 'C' } }, (error, output) => {
      const startedAt = error === null ? Date.parse(output.trim()) : Number.NaN
      resolve(Number.isNaN(startedAt) ? null : startedAt)
    })
  })
}
