import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { err, ok, type Result } from '#shared/base/Result'
import { findLeaks } from '#shared/domain/redaction/testing/findLeaks'
import { markedAccount } from '#shared/domain/redaction/testing/markedAccount'
import type { Disk } from '../platform/Disk'
import { nodeDisk } from '../platform/nodeDisk'
import { BriefService, type BriefParts } from './BriefService'

const accountId = 'a'.repeat(26)
const marked = markedAccount(7)
const wanted = { accountId, comparisonId: marked.comparisonId }

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'brief-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

type Printed = Result<Uint8Array, { readonly kind: 'notPrinted' }>

function setUp(changes: Partial<BriefParts> = {}) {
  const printed: string[] = []
  const proposals: string[] = []
  const recorded: unknown[] = []
  const briefs = new BriefService({
    snapshot: async () => ok(marked.account),
    printer: {
      print: async (html): Promise<Printed> => {
        printed.push(html)
        return ok(new TextEncoder().encode('%PDF'))
      },
    },
    chooseSavePlace: async ({ proposal }) => {
      proposals.push(proposal)
      return join(folder, 'brief.out')
    },
    disk: nodeDisk,
    clock: { now: () => '2026-11-21T14:02:00.000Z', today: () => '2026-11-21' },
    record: async (account, edits) => recorded.push(account, ...edits),
    ids: { next: () => 'b'.repeat(26) },
    folder,
    ...changes,
  })
  return { briefs, printed, proposals, recorded }
}

describe('BriefService', () => {
  it('lets nothing internal into what is shown, written or printed', async () => {
    const { briefs, printed } = setUp()
    const preview = await briefs.preview(wanted)
    expect(await briefs.export({ ...wanted, format: 'html' })).toEqual(ok(join(folder, 'brief.out')))
    const file = readFileSync(join(folder, 'brief.out'), 'utf8')
    await briefs.export({ ...wanted, format: 'pdf' })
    const pages = [preview.ok ? preview.value.html : '', file, printed.join()]
    for (const page of pages) {
      expect(page).toContain('<html')
      expect(findLeaks(page, marked.leaves)).toEqual([])
    }
    expect(preview.ok && preview.value.leftOut).toBeGreaterThan(0)
  })

  it('writes nothing where the member cancels', async () => {
    const { briefs, printed, recorded } = setUp({ chooseSavePlace: async () => null })
    expect(await briefs.export({ ...wanted, format: 'pdf' })).toEqual(ok(null))
    expect([printed, readdirSync(folder), recorded]).toEqual([[], [], []])
  })

  it('notes in the account which file the buyer was given, and when', async () => {
    const { briefs, recorded } = setUp()
    await briefs.export({ ...wanted, format: 'html' })
    expect(recorded).toEqual([
      accountId,
      { kind: 'add', in: 'briefs', id: 'b'.repeat(26), before: null, fields: { title: marked.account.comparisons[marked.comparisonId]?.title, comparison: marked.comparisonId, format: 'html', savedAt: '2026-11-21T14:02:00.000Z' } },
    ])
  })

  it('says what to do instead where printing fails, and leaves no empty file', async () => {
    const { briefs } = setUp({ printer: { print: async (): Promise<Printed> => err({ kind: 'notPrinted' }) } })
    const exported = await briefs.export({ ...wanted, format: 'pdf' })
    expect(!exported.ok && exported.error).toMatchObject({ kind: 'notPrinted', message: expect.stringContaining('web page') })
    expect(readdirSync(folder)).toEqual([])
  })

  it('names a full disk, and leaves no half file', async () => {
    const full: Disk = {
      ...nodeDisk,
      createFile: async (path) => {
        const made = await nodeDisk.createFile(path)
        return made.ok ? ok({ ...made.value, write: async () => err({ kind: 'diskFull' }) }) : made
      },
    }
    const { briefs } = setUp({ disk: full })
    const exported = await briefs.export({ ...wanted, format: 'html' })
    expect(!exported.ok && exported.error.kind).toBe('diskFull')
    expect(readdirSync(folder)).toEqual([])
  })

  it('proposes the folder of the last brief', async () => {
    const { briefs, proposals } = setUp({ folder: '/somewhere' })
    await briefs.export({ ...wanted, format: 'html' })
    await briefs.export({ ...wanted, format: 'html' })
    expect(proposals.map((proposal) => proposal.startsWith(folder))).toEqual([false, true])
  })

  it('answers in words where the comparison or the account is gone', async () => {
    const gone = await setUp().briefs.preview({ accountId, comparisonId: 'b'.repeat(26) })
    expect(!gone.ok && gone.error.message).toContain('comparison')
    const closed = await setUp({ snapshot: async () => err({ kind: 'vaultClosed', message: 'No workspace is open.' }) }).briefs.preview(wanted)
    expect(!closed.ok && closed.error.kind).toBe('vaultClosed')
  })
})
