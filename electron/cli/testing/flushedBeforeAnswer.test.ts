import { describe, expect, it } from 'vitest'
import { flushedBeforeAnswer } from './flushedBeforeAnswer'

const editId = 'a'.repeat(26)
const write = `11 pwrite64(18</v/wal/00000001.log>, "\\0{\\"editId\\":\\"${editId}\\"}", 80, 68) = 80`
const flush = '12 fdatasync(18</v/wal/00000001.log>) = 0'
const flushFolder = '12 fsync(19</v/wal>) = 0'
const answer = `10 write(1<pipe:[5]>, "{\\"editId\\":\\"${editId}\\",\\"ok\\":true,\\"revision\\":2}\\n", 63) = 63`

const problemOf = (...lines: readonly string[]) => flushedBeforeAnswer(lines.join('\n')).map((answered) => answered.problem)

describe('the order in a trace', () => {
  it('is right when the record was written, then flushed, then answered', () => {
    expect(problemOf(flushFolder, write, flush, answer)).toEqual([null])
  })

  it.each([
    ['the record comes after the answer', [flushFolder, flush, answer, write], 'notWritten'],
    ['another record was written', [flushFolder, write.replace('aaaa', 'bbbb'), flush, answer], 'notWritten'],
    ['the write failed', [flushFolder, write.replace('= 80', '= -1 ENOSPC (No space left on device)'), flush, answer], 'notWritten'],
    ['nothing was flushed', [flushFolder, write, answer], 'notFlushed'],
    ['it was flushed before the write', [flushFolder, flush, write, answer], 'notFlushed'],
    ['it was flushed after the answer', [flushFolder, write, answer, flush], 'notFlushed'],
    ['another file was flushed', [flushFolder, write, flush.replace('00000001', '00000002'), answer], 'notFlushed'],
    ['the flush failed', [flushFolder, write, flush.replace('= 0', '= -1 EIO (Input/output error)'), answer], 'notFlushed'],
    ['the name of the log was never flushed', [write, flush, answer], 'nameNotFlushed'],
  ])('is wrong when %s', (_what, lines, problem) => {
    expect(problemOf(...lines)).toEqual([problem])
  })

  it('is wrong when the flush had begun but not ended before the answer', () => {
    const begun = '12 fdatasync(18</v/wal/00000001.log> <unfinished ...>'
    const ended = '12 <... fdatasync resumed>) = 0'
    expect(problemOf(flushFolder, write, begun, answer, ended)).toEqual(['notFlushed'])
    expect(problemOf(flushFolder, write, begun, ended, answer)).toEqual([null])
  })

  it('says nothing of refused edits', () => {
    expect(problemOf(answer.replace('true', 'false'))).toEqual([])
  })
})
