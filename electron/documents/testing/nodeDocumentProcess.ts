import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { build } from 'vite'
import type { DocumentProcess, DocumentProcessEvents } from '../ProcessDocumentClient'

const project = join(import.meta.dirname, '..', '..', '..')

/** The documents process as one file that Node can run, made in `folder`. */
export async function buildDocumentHost(folder: string): Promise<string> {
  await build({
    configFile: false,
    root: project,
    logLevel: 'silent',
    resolve: { alias: [{ find: /^@automerge\/automerge$/, replacement: join(project, 'node_modules/@automerge/automerge/dist/mjs/entrypoints/fullfat_base64.js') }] },
    ssr: { noExternal: true },
    build: { ssr: join(import.meta.dirname, '..', 'documentHost.ts'), outDir: folder, emptyOutDir: false, minify: false, rollupOptions: { output: { entryFileNames: 'documents.mjs' } } },
  })
  return join(folder, 'documents.mjs')
}

/** Starts the documents in a child of Node, and keeps the children so that a test can do them harm. */
export class NodeDocumentProcesses {
  readonly children: ChildProcess[] = []

  constructor(private readonly entry: string) {}

  readonly start = ({ onMessage, onExit }: DocumentProcessEvents): DocumentProcess => {
    const child = fork(this.entry, [], { serialization: 'advanced', stdio: 'ignore' })
    this.children.push(child)
    child.on('message', onMessage)
    child.on('exit', onExit)
    child.on('error', () => undefined)
    return { post: (request) => void child.send(request), kill: () => void child.kill(), destroy: () => void child.kill('SIGKILL') }
  }

  /** The newest child gets no more time until it is killed, so that what is asked of it stays unanswered. */
  freeze(): ChildProcess {
    const child = this.children.at(-1)
    if (!child) throw new Error('No process')
    child.kill('SIGSTOP')
    return child
  }
}
