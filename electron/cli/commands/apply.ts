import { z } from 'zod'
import { idPattern } from '#shared/base/Id'
import { Edits } from '#shared/domain/edit/Edit'
import type { Failure } from '#shared/ipc/contract'
import type { OpenWorkspace } from '../../workspace/OpenWorkspace'
import type { CommandContext } from '../CommandContext'
import { exitCodes, type ExitCode } from '../exitCodes'
import { readLines, type InputLine } from '../readLines'

/** 500 edits with the longest text each fit; anything longer is no line for us. */
const lineLimit = 32 * 1024 * 1024

const Id = z.string().regex(idPattern, 'must be 26 characters a-z2-7')
const Body = z.strictObject({ accountId: Id.optional(), editId: Id, edits: Edits })
const WithEditId = z.object({ editId: z.string().max(100) })

interface Answer {
  readonly editId: string | null
  readonly ok: boolean
  readonly revision?: number
  readonly error?: Failure<string>
}

/** Answers one line per line read, in their order, each when its edit is on the disk. */
export async function apply(context: CommandContext, workspace: OpenWorkspace, accountId: string): Promise<ExitCode> {
  const { output, say, interrupted } = context
  const opened = await workspace.accounts.open(accountId)
  if (!opened.ok) {
    say(`${accountId}: ${opened.error.message}`)
    return exitCodes.wrong
  }
  let isAllDone = true
  for await (const line of linesUntil(context)) {
    const answer = await answerTo(line, workspace, accountId)
    isAllDone &&= answer.ok
    if (!(await output.write(answer))) {
      say(`Nobody reads the answers any more. The edit of line ${line.number} is done${answer.ok ? '' : ' or refused'}; nothing after it was read.`)
      return exitCodes.wrong
    }
    if (interrupted.aborted) break
  }
  return isAllDone ? exitCodes.done : exitCodes.wrong
}

async function* linesUntil({ input, interrupted }: CommandContext): AsyncGenerator<InputLine, void, void> {
  const stop = (): void => void input.destroy()
  interrupted.addEventListener('abort', stop)
  try {
    if (!interrupted.aborted) yield* readLines(input, lineLimit)
  } catch (error) {
    // Closing the input is how waiting for its next line is ended.
    if (!interrupted.aborted) throw error
  } finally {
    interrupted.removeEventListener('abort', stop)
  }
}

async function answerTo(line: InputLine, { accounts }: OpenWorkspace, accountId: string): Promise<Answer> {
  if (line.kind === 'tooLong') return refused(null, 'badLine', `Line ${line.number} is longer than ${line.limit} bytes.`)
  if (line.kind === 'notText') return refused(null, 'badLine', `Line ${line.number} is not UTF-8 text.`)
  const plain = parseJson(line.text)
  if (plain === undefined) return refused(null, 'badLine', `Line ${line.number} is not JSON.`)
  const body = Body.safeParse(plain)
  if (!body.success) return refused(WithEditId.safeParse(plain).data?.editId ?? null, 'badLine', `Line ${line.number}: ${firstIssue(body.error)}`)
  const { editId, edits } = body.data
  if (body.data.accountId !== undefined && body.data.accountId !== accountId) {
    return refused(editId, 'badLine', `Line ${line.number} is for another account, ${body.data.accountId}.`)
  }
  const edited = await accounts.edit(accountId, editId, edits)
  return edited.ok ? { editId, ok: true, revision: edited.value.revision } : { editId, ok: false, error: edited.error }
}

function refused(editId: string | null, kind: string, message: string): Answer {
  return { editId, ok: false, error: { kind, message } }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0]
  if (!issue) return 'is not a line for apply.'
  const place = issue.path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('')
  return `${place === '' ? '' : `${place.replace(/^\./, '')}: `}${issue.message}`
}
