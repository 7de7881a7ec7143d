import { createInterface } from 'node:readline'
import { nodeDisk } from '../../platform/nodeDisk'
import { nodeProcesses } from '../../platform/nodeProcesses'
import { randomIds } from '../../platform/randomIds'
import { systemClock } from '../../platform/systemClock'
import { createLog } from '../../platform/Log'
import { Vault } from '../Vault'

/**
 * A process of its own that opens the vault in the folder named by the first argument and tells each step on a line of
 * its own. Waits for a line before it opens, so that several can be let go at once. `append <account>` then appends
 * until it is killed; any other line ends it.
 */
async function run(folder: string): Promise<void> {
  const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]()
  tell('ready')
  await lines.next()
  const log = createLog(systemClock, () => undefined)
  const opened = await Vault.open({ disk: nodeDisk, clock: systemClock, ids: randomIds, log, processes: nodeProcesses }, folder)
  tell(opened.ok ? 'opened' : `refused ${JSON.stringify(opened.error)}`)
  if (!opened.ok) return
  const [command, accountId] = String((await lines.next()).value).split(' ')
  for (let number = 1; command === 'append' && accountId !== undefined; number++) {
    const appended = await opened.value.append([{ kind: 'change', accountId, bytes: new TextEncoder().encode(`${number} ${'x'.repeat(number % 3000)}`) }])
    if (appended.ok) tell(`acknowledged ${number}`)
  }
  await opened.value.close()
  tell('closed')
}

function tell(line: string): void {
  process.stdout.write(`${line}\n`)
}

await run(process.argv[2] ?? '')
process.exit(0)
