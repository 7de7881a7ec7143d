import { DocumentCache } from './DocumentCache'
import { runDocumentRequest, type DocumentAnswer } from './documentProtocol'
import { isTrap } from './isTrap'

/** Entry of the documents process: holds the documents and answers requests, one after the other. */
interface HostPort {
  post(answer: DocumentAnswer): void
  onMessage(listener: (message: unknown) => void): void
}

/** What Electron adds to `process` in a utility process. */
interface ParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { readonly data: unknown }) => void): void
}

/** Says "software error" to whoever looks at the exit code. */
const trapExitCode = 70

const port = hostPort()
const cache = new DocumentCache()
port.onMessage((message) => {
  const { id, run } = runDocumentRequest(cache, message)
  port.post({ kind: 'begun', id })
  try {
    port.post({ kind: 'answer', id, value: run(), memoryBytes: process.memoryUsage.rss() })
  } catch (error) {
    if (isTrap(error)) process.exit(trapExitCode)
    port.post({ kind: 'bug', id, name: error instanceof Error ? error.name : 'unknown' })
  }
})
port.post({ kind: 'ready' })

/** In the app a utility process; anywhere else a child of Node. */
function hostPort(): HostPort {
  const { parentPort } = process as NodeJS.Process & { readonly parentPort?: ParentPort }
  if (parentPort) {
    return {
      post: (answer) => {
        parentPort.postMessage(answer)
      },
      onMessage: (listener) => {
        parentPort.on('message', ({ data }) => {
          listener(data)
        })
      },
    }
  }
  process.on('disconnect', () => process.exit())
  return {
    post: (answer) => {
      process.send?.(answer)
    },
    onMessage: (listener) => {
      process.on('message', listener)
    },
  }
}
