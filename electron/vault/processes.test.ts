import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { nodeDisk } from '../platform/nodeDisk'
import { newVault, reopened, testId, testWorld, textsOf } from './testing/vaultWorld'
import { Vault } from './Vault'

let program = ''
let folder = ''
const children: VaultProcess[] = []

/** One process with a vault, told what to do line by line. */
class VaultProcess {
  readonly process: ChildProcessWithoutNullStreams
  readonly lines: string[] = []
  private readonly waiting: (() => void)[] = []

  constructor(vaultFolder: string) {
    this.process = spawn(process.execPath, [program, vaultFolder])
    createInterface({ input: this.process.stdout }).on('line', (line) => {
      this.lines.push(line)
      this.waiting.splice(0).forEach((wake) => wake())
    })
    children.push(this)
  }

  say(line: string): void {
    this.process.stdin.write(`${line}\n`)
  }

  async line(start: string): Promise<string> {
    for (;;) {
      const found = this.lines.find((line) => line.startsWith(start))
      if (found !== undefined) return found
      await new Promise<void>((resolve) => this.waiting.push(resolve))
    }
  }

  async kill(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return
    const gone = once(this.process, 'exit')
    this.process.kill('SIGKILL')
    await gone
  }
}

/** Lets several processes at the vault in the same moment; answers what each was told. */
async function race(count: number): Promise<readonly { readonly process: VaultProcess; readonly answer: string }[]> {
  const racers = Array.from({ length: count }, () => new VaultProcess(join(folder, 'vault')))
  await Promise.all(racers.map((racer) => racer.line('ready')))
  racers.forEach((racer) => racer.say('go'))
  return Promise.all(racers.map(async (racer) => ({ process: racer, answer: await Promise.race([racer.line('opened'), racer.line('refused')]) })))
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plumbline-processes-'))
  const outDir = join(folder, 'program')
  await build({
    configFile: false,
    logLevel: 'silent',
    build: { ssr: join(import.meta.dirname, 'testing', 'vaultProcess.ts'), outDir, target: 'node20' },
  })
  await writeFile(join(outDir, 'package.json'), '{"type":"module"}')
  program = join(outDir, 'vaultProcess.js')
  const vault = await newVault(testWorld(nodeDisk), join(folder, 'vault'))
  await vault.close()
})

afterEach(async () => {
  await Promise.all(children.splice(0).map((child) => child.kill()))
})

afterAll(async () => {
  await rm(folder, { recursive: true, force: true })
})

test('of several processes that open a vault at once, one gets it and the others learn which', async () => {
  const answers = await race(4)
  const winners = answers.filter(({ answer }) => answer === 'opened')
  expect(winners).toHaveLength(1)
  const winner = winners[0]?.process.process.pid
  for (const { answer } of answers.filter((one) => one.answer !== 'opened')) {
    expect(JSON.parse(answer.replace('refused ', ''))).toMatchObject({ kind: 'held', pid: winner })
  }
})

test('the lock of a process that was killed is taken at once, also when several want it', async () => {
  for (let round = 0; round < 4; round++) {
    const [holder] = await race(1)
    expect(holder?.answer).toBe('opened')
    await holder?.process.kill()
    const answers = await race(4)
    expect(answers.filter(({ answer }) => answer === 'opened')).toHaveLength(1)
    expect(answers.filter(({ answer }) => answer.startsWith('refused {"kind":"held"'))).toHaveLength(3)
    await Promise.all(children.splice(0).map((child) => child.kill()))
  }
})

test('a vault that was closed is free for the next', async () => {
  const [first] = await race(1)
  first?.process.say('end')
  await first?.process.line('closed')
  const [second] = await race(1)
  expect(second?.answer).toBe('opened')
})

test('what a killed process had been told is saved is there', async () => {
  for (let round = 0; round < 3; round++) {
    const account = testId()
    const [writer] = await race(1)
    writer?.process.say(`append ${account}`)
    await writer?.process.line('acknowledged 300')
    await writer?.process.kill()
    const acknowledged = (writer?.process.lines ?? []).filter((line) => line.startsWith('acknowledged ')).map((line) => Number(line.split(' ')[1]))
    const vault = await reopened(testWorld(nodeDisk), join(folder, 'vault'))
    const found = (await textsOf(vault, account)).map((text) => Number(text.split(' ')[0]))
    // One more may have been flushed in the moment before its answer could be given.
    expect(found.slice(0, acknowledged.length)).toEqual(acknowledged)
    expect(found.length).toBeLessThanOrEqual(acknowledged.length + 1)
    expect(await vault.verify()).toMatchObject({ ok: true, value: { problems: [] } })
    await vault.close()
  }
})

test('a lock from another machine is respected, since nobody here can tell whether it is still there', async () => {
  const lock = join(folder, 'vault', 'vault.lock')
  await writeFile(lock, JSON.stringify({ pid: 4711, startedAt: '1', bootId: 'another-machine:1', host: 'elsewhere', nonce: testId() }))
  expect(await Vault.open(testWorld(nodeDisk), join(folder, 'vault'))).toEqual({ ok: false, error: { kind: 'held', pid: 4711, host: 'elsewhere' } })
  expect(JSON.parse(await readFile(lock, 'utf8'))).toMatchObject({ pid: 4711 })
  await rm(lock)
})

test('a lock file that was never written to ends does not keep anybody out', async () => {
  await writeFile(join(folder, 'vault', 'vault.lock'), '')
  const vault = await reopened(testWorld(nodeDisk), join(folder, 'vault'))
  await vault.close()
})
