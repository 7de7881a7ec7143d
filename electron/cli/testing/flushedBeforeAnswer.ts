/** One system call of a trace; the numbers are lines of it. */
interface Call {
  readonly name: string
  readonly path: string
  readonly text: string
  readonly begin: number
  readonly end: number
  readonly succeeded: boolean
}

export interface Answered {
  readonly editId: string
  /** Why the answer came too early; null where the edit was on the disk before. */
  readonly problem: 'notWritten' | 'notFlushed' | 'nameNotFlushed' | null
}

const startPattern = /^(\d+) +(\w+)\((\d+)<([^>]*)>(.*)$/
const resumePattern = /^(\d+) +<\.\.\. \w+ resumed>(.*)$/
const answerPattern = /^, "\{\\"editId\\":\\"([a-z2-7]{26})\\",\\"ok\\":true/

/**
 * Reads what `strace -f -y` wrote and says for every acknowledged edit whether its record had been
 * written to the log, and the log flushed afterwards, before the answer began to be written. A call
 * counts from the line where it began to the line where it ended, as calls of several threads overlap.
 */
export function flushedBeforeAnswer(trace: string): readonly Answered[] {
  const calls = readCalls(trace)
  const logWrites = calls.filter((call) => call.name.includes('write') && isLogFile(call.path))
  const flushes = calls.filter((call) => (call.name === 'fsync' || call.name === 'fdatasync') && call.succeeded)
  const answers = calls.filter((call) => call.name === 'write').flatMap((call) => {
    const editId = answerPattern.exec(call.text)?.[1]
    return editId === undefined ? [] : [{ editId, begin: call.begin }]
  })
  return answers.map(({ editId, begin }) => {
    const write = logWrites.find((call) => call.text.includes(editId) && call.succeeded && call.end < begin)
    if (!write) return { editId, problem: 'notWritten' }
    const isFlushed = flushes.some((call) => call.path === write.path && call.begin > write.end && call.end < begin)
    if (!isFlushed) return { editId, problem: 'notFlushed' }
    const folder = write.path.slice(0, write.path.lastIndexOf('/'))
    const isNamed = flushes.some((call) => call.path === folder && call.end < begin)
    return { editId, problem: isNamed ? null : 'nameNotFlushed' }
  })
}

function isLogFile(path: string): boolean {
  return /\/wal\/[^/]+\.log$/.test(path)
}

function readCalls(trace: string): readonly Call[] {
  const calls: Call[] = []
  const unfinished = new Map<string, Omit<Call, 'end' | 'succeeded'>>()
  for (const [line, text] of trace.split('\n').entries()) {
    const resumed = resumePattern.exec(text)
    if (resumed) {
      const [, thread = '', rest = ''] = resumed
      const begun = unfinished.get(thread)
      unfinished.delete(thread)
      if (begun) calls.push({ ...begun, end: line, succeeded: hasSucceeded(rest) })
      continue
    }
    const started = startPattern.exec(text)
    if (!started) continue
    const [, thread = '', name = '', , path = '', rest = ''] = started
    const call = { name, path, text: rest, begin: line }
    if (rest.endsWith('<unfinished ...>')) unfinished.set(thread, call)
    else calls.push({ ...call, end: line, succeeded: hasSucceeded(rest) })
  }
  return calls
}

function hasSucceeded(rest: string): boolean {
  return /\) += \d+$/.test(rest)
}
