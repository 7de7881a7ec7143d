import { z } from 'zod'
import { Edits } from '#shared/domain/edit/Edit'
import type { DocumentCache } from './DocumentCache'

/**
 * What main and the documents process say to each other. Requests are parsed where they arrive; an
 * answer is as DocumentClient types it, since both ends are of one build.
 */
const AccountId = z.string()
const Bytes = z.instanceof(Uint8Array)
const EditRequest = z.object({
  editId: z.string().min(1),
  edits: Edits,
  author: z.object({ memberId: z.string(), name: z.string() }),
  now: z.iso.datetime(),
})

const argumentsOf = {
  isOpen: z.tuple([AccountId]),
  open: z.tuple([AccountId, z.array(Bytes)]),
  prepare: z.tuple([AccountId, EditRequest]),
  confirm: z.tuple([AccountId, z.string()]),
  drop: z.tuple([AccountId]),
  apply: z.tuple([AccountId, z.array(Bytes)]),
  snapshot: z.tuple([AccountId]),
  conflicts: z.tuple([AccountId]),
  history: z.tuple([AccountId, z.string().nullable(), z.int().min(1)]),
  changedSince: z.tuple([AccountId, z.string().nullable()]),
  preview: z.tuple([AccountId, Bytes]),
  save: z.tuple([AccountId]),
  changeHashes: z.tuple([AccountId]),
  inspectChanges: z.tuple([z.array(Bytes)]),
  inspectSaved: z.tuple([Bytes]),
} as const

export type DocumentMethod = keyof typeof argumentsOf

export interface DocumentRequest {
  readonly id: number
  readonly method: DocumentMethod
  readonly arguments: readonly unknown[]
}

const Request = z.object({ id: z.number(), method: z.enum(Object.keys(argumentsOf) as [DocumentMethod, ...DocumentMethod[]]), arguments: z.array(z.unknown()) })

const Answer = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  /** The request was taken up; what follows may take its time. */
  z.object({ kind: z.literal('begun'), id: z.number() }),
  z.object({ kind: z.literal('answer'), id: z.number(), value: z.unknown(), memoryBytes: z.number() }),
  /** A bug in the documents; only its name crosses, its words could quote an account. */
  z.object({ kind: z.literal('bug'), id: z.number(), name: z.string() }),
])
export type DocumentAnswer = z.infer<typeof Answer>

export function readDocumentAnswer(message: unknown): DocumentAnswer {
  return Answer.parse(message)
}

/** Runs one request. Throws on a message that is none, and where the documents do. */
export function runDocumentRequest(cache: DocumentCache, message: unknown): { readonly id: number; readonly run: () => unknown } {
  const { id, method, arguments: given } = Request.parse(message)
  const run = cache[method].bind(cache) as (...given: readonly unknown[]) => unknown
  return { id, run: () => run(...argumentsOf[method].parse(given)) }
}
