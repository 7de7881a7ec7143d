import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { applyEdits } from '#shared/domain/edit/applyEdits'
import { Edit } from '#shared/domain/edit/Edit'
import { readAccount } from '#shared/domain/schema/readAccount'
import { accountDocumentSchema } from './accountDocumentSchema'
import { editSchema } from './editSchema'

const id = (letter: string) => letter.repeat(26)
const now = '2026-11-21T14:02:00.000Z'
const at = `comparisons/${id('c')}`

const base: readonly Edit[] = [
  { kind: 'add', in: 'comparisons', id: id('c'), fields: { title: 'Which system' }, before: null },
  { kind: 'add', in: `${at}/options`, id: id('o'), fields: { name: 'Acme', kind: 'rival' }, before: null },
  { kind: 'add', in: `${at}/criteria`, id: id('k'), fields: { name: 'Cost', scale: 'number', direction: 'min', lo: 0, hi: 100 }, before: null },
  { kind: 'add', in: `${at}/criteria/${id('k')}/categories`, id: id('g'), fields: { label: 'good', value: 1 }, before: null },
]

const accepted: readonly Edit[] = [
  ...base,
  { kind: 'set', at: 'profile', field: 'name', value: 'Nordwind' },
  { kind: 'set', at, field: 'cellValue', key: `${id('o')}:${id('k')}`, value: '8..10', ifNow: null },
  { kind: 'set', at, field: 'cellValue', key: `${id('o')}:${id('k')}`, value: 12.5 },
  { kind: 'set', at: `${at}/criteria/${id('k')}`, field: 'mustEqual', value: 'yes' },
  { kind: 'set', at: `${at}/options/${id('o')}`, field: 'setAsideOn', value: '2026-03-31' },
  { kind: 'writeText', at, field: 'notes', splice: { index: 0, remove: 0, insert: 'Ask again' } },
  { kind: 'move', at: `${at}/options/${id('o')}`, before: null },
  { kind: 'remove', at: `${at}/options/${id('o')}` },
  { kind: 'restore', at: `${at}/options/${id('o')}` },
  { kind: 'agreeWeights', comparison: id('c'), on: '2026-03-31', with: 'Dana' },
  { kind: 'resetWeights', comparison: id('c') },
  { kind: 'resolveConflict', at: 'profile', field: 'name', value: 'Nordwind' },
]

const refused: readonly unknown[] = [
  { kind: 'set', at: 'profile', field: 'nme', value: 'Nordwind' },
  { kind: 'set', at: 'profile', field: 'status', value: 'gone' },
  { kind: 'set', at: 'profile', field: 'notes', value: 'long text is written' },
  { kind: 'set', at: `${at}/options/${id('o')}`, field: 'setAsideOn', value: '31.3.2026' },
  { kind: 'set', at, field: 'cellValue', key: id('o'), value: 1 },
  { kind: 'set', at, field: 'cellValue', key: `${id('o')}:${id('k')}`, value: 'cheap' },
  { kind: 'set', at: `${at}/criteria/${id('k')}`, field: 'points', value: 101 },
  { kind: 'add', in: 'touches', id: id('m'), fields: {}, before: null },
  { kind: 'add', in: `${at}/options`, id: 'short', fields: {}, before: null },
  { kind: 'remove', at: 'profile' },
  { kind: 'paint', at: 'profile' },
]

const line = (edits: readonly unknown[]) => ({ editId: id('e'), edits })
const validator = z.fromJSONSchema(editSchema())

describe('the schema of an edit', () => {
  it.each(accepted.map((edit) => [JSON.stringify(edit), edit] as const))('lets through what an account takes: %s', (_name, edit) => {
    expect(validator.safeParse(line([edit])).success).toBe(true)
    expect(Edit.safeParse(edit).success).toBe(true)
  })

  it('describes edits that an account really takes', () => {
    expect(applyEdits(readAccount({}), accepted, now)).toMatchObject({ ok: true })
  })

  it.each(refused.map((edit) => [JSON.stringify(edit), edit] as const))('does not let through what an account refuses: %s', (_name, edit) => {
    expect(validator.safeParse(line([edit])).success).toBe(false)
    const parsed = Edit.safeParse(edit)
    if (parsed.success) expect(applyEdits(readAccount({}), [...base, parsed.data], now).ok).toBe(false)
  })
})

describe('the schema of an account', () => {
  it('fits an account with everything in it, and no account with a field too many', () => {
    const schema = z.fromJSONSchema(accountDocumentSchema())
    const applied = applyEdits(readAccount({}), accepted, now)
    const account = applied.ok ? applied.value.account : null
    expect(schema.safeParse(account).success).toBe(true)
    expect(schema.safeParse({ ...account, margin: 1 }).success).toBe(false)
  })
})
