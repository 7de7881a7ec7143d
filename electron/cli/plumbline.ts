import { constants } from 'node:os'
import { createLog } from '../platform/Log'
import { nodeDisk } from '../platform/nodeDisk'
import { nodeProcesses } from '../platform/nodeProcesses'
import { randomIds } from '../platform/randomIds'
import { systemClock } from '../platform/systemClock'
import { sharedDisk } from '../sync/remotes/sharedDisk'
import { documentsFolder, userDataFolder } from './appFolders'
import { exitCodes } from './exitCodes'
import { JsonLines } from './JsonLines'
import { runCommandLine } from './runCommandLine'

/** A second signal of the same kind ends the process at once, as a terminal's user expects. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

const interruption = new AbortController()
let signalNumber = 0
let isTeamFolderHanging = false
for (const signal of signals) {
  process.once(signal, () => {
    signalNumber = constants.signals[signal]
    interruption.abort()
  })
}

// A message that nobody reads is no reason to stop half-way.
process.stderr.on('error', () => undefined)

const context = {
  world: {
    disk: nodeDisk,
    teamDisk: sharedDisk,
    clock: systemClock,
    ids: randomIds,
    processes: nodeProcesses,
    log: createLog(systemClock, () => undefined),
    userData: userDataFolder(process.env, process.platform),
    documentsFolder: documentsFolder(process.env),
  },
  input: process.stdin,
  output: new JsonLines(process.stdout),
  say: (message: string): void => void process.stderr.write(`${message}\n`),
  interrupted: interruption.signal,
  abandonTeamFolder: (): void => void (isTeamFolderHanging = true),
}

try {
  const code = await runCommandLine(context, process.argv.slice(2), (text) => void process.stdout.write(text))
  process.exitCode = signalNumber === 0 ? code : 128 + signalNumber
} catch (error) {
  context.say(`Plumbline met a problem of its own. What was answered is on the disk.\n${error instanceof Error ? (error.stack ?? error.message) : String(error)}`)
  process.exitCode = exitCodes.notRun
}
// Everything is answered and on the disk; a thread that waits for a network drive that is gone would keep the process for ever.
if (isTeamFolderHanging) {
  context.say('The team folder does not answer. Plumbline ends without waiting for it.')
  process.kill(process.pid, 'SIGKILL')
}
// Whatever still waits for input would keep the process alive.
process.stdin.destroy()
