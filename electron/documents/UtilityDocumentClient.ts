import { utilityProcess } from 'electron'
import type { Log } from '../platform/Log'
import { ProcessDocumentClient } from './ProcessDocumentClient'

/** The documents in a utility process of Electron. `entry` is the built documentHost. */
export class UtilityDocumentClient extends ProcessDocumentClient {
  constructor(entry: string, log: Log) {
    super(({ onMessage, onExit }) => {
      const child = utilityProcess.fork(entry, [], { serviceName: 'Plumbline documents', stdio: 'ignore' })
      child.on('message', onMessage)
      child.on('exit', onExit)
      return {
        post: (request) => {
          child.postMessage(request)
        },
        kill: () => {
          child.kill()
        },
        destroy: () => {
          try {
            if (child.pid !== undefined) process.kill(child.pid, 'SIGKILL')
          } catch {
            // Gone in this very moment.
          }
        },
      }
    }, log)
  }
}
