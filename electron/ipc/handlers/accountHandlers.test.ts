import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Edit } from '#shared/domain/edit/Edit'
import { InProcessDocumentClient } from '../../documents/InProcessDocumentClient'
import { makePlace, newId, TestLaptop, valueOf } from '../../workspace/testing/TestLaptop'
import { CurrentWorkspace } from '../CurrentWorkspace'
import { FilesForMember } from '../FilesForMember'
import { FileTokens } from '../FileTokens'
import { maximumCrossing, sizeOf } from '../sizeOf'
import { createAccountHandlers } from './accountHandlers'

let place: Awaited<ReturnType<typeof makePlace>>
let current: CurrentWorkspace
let handlers: ReturnType<typeof createAccountHandlers>

beforeEach(async () => {
  place = await makePlace()
  const laptop = await TestLaptop.start(place.folder, 'Kim')
  current = new CurrentWorkspace({ workspaces: laptop.workspaces, createDocuments: () => new InProcessDocumentClient(), publish: () => undefined, log: laptop.world.log })
  valueOf(await current.create({ name: 'Team North' }))
  const { disk, documentsFolder } = laptop.world
  const dialogs = { chooseSavePlace: async () => null, showInFolder: () => undefined }
  handlers = createAccountHandlers(current, new FilesForMember({ current, dialogs, tokens: new FileTokens({ next: newId }), disk, folder: documentsFolder }))
})
afterEach(async () => {
  await current.stop()
  await place.remove()
})

const edit = async (accountId: string, ...edits: Edit[]): Promise<void> => void valueOf(await handlers['account.edit']({ accountId, editId: newId(), edits }))

describe('commands on accounts', () => {
  it('say that an account is too large to show instead of breaking, and go on editing and listing it', async () => {
    const { accountId } = valueOf(await handlers['account.create']({ name: 'Hollenbach' }))
    const said = 'Quiet at night. '.repeat(62)
    for (let call = 0; call < 2; call++) {
      await edit(accountId, ...Array.from({ length: 300 }, (): Edit => ({ kind: 'add', in: 'needs', id: newId(), fields: { quote: said, paraphrase: said }, before: null })))
    }
    expect(await handlers['account.open']({ accountId })).toMatchObject({ ok: false, error: { kind: 'tooLarge' } })
    await edit(accountId, { kind: 'set', at: 'profile', field: 'industry', value: 'Food' })
    expect(valueOf(await handlers['account.list']({})).rows).toMatchObject([{ name: 'Hollenbach', industry: 'Food' }])
    const history = await handlers['account.history']({ accountId, before: null, limit: 200 })
    expect(history.ok && history.value.rows.length).toBe(4)
    const since = await handlers['account.changedSince']({ accountId, version: null })
    for (const answer of [history, since]) expect(sizeOf(answer, maximumCrossing)).toBeLessThan(maximumCrossing / 2)
  })

  it('list the accounts in pages that join', async () => {
    const names = ['Adatum', 'Ostrand Freight', 'Proseware']
    for (const name of names) valueOf(await handlers['account.create']({ name }))
    const whole = valueOf(await handlers['account.list']({}))
    expect(whole.next).toBeNull()
    const [first = '', second = '', third = ''] = whole.rows.map(({ accountId }) => accountId)
    expect(valueOf(await handlers['account.list']({ after: first })).rows.map(({ accountId }) => accountId)).toEqual([second, third])
    const small = current.open?.accounts.page(null, 10)
    expect(small).toMatchObject({ rows: [{ accountId: first }], next: first })
    expect(valueOf(await handlers['account.progress']({}))).toEqual({ upToDate: 3, total: 3 })
  })
})
