import { beforeEach, describe, expect, it } from 'vitest'
import { readAccount } from '#shared/domain/schema/readAccount'
import { fakeId, FakeDesktop } from '../../testing/fakeDesktop'
import { connectEvents } from '../connectEvents'
import type { Model } from '../createModel'
import { createTestModel } from '../../testing/createTestModel'

const accountId = fakeId('fjordline')
const now = '2026-11-21T14:02:00.000Z'

describe('an open account', () => {
  let desktop: FakeDesktop
  let model: Model

  beforeEach(async () => {
    desktop = new FakeDesktop()
    desktop.keep(accountId, readAccount({ profile: { name: 'Fjordline Freight' } }))
    model = createTestModel(desktop)
    connectEvents(model)
    await model.account.getState().open(accountId)
  })

  const account = () => {
    const entry = model.account.getState().entriesById[accountId]
    if (entry?.kind !== 'open') throw new Error('The account is not open')
    return entry.open.account
  }
  const rename = (name: string, mergeKey?: string) =>
    model.account
      .getState()
      .edit(accountId, [{ kind: 'set', at: 'profile', field: 'name', value: name }], { label: 'account name', ...(mergeKey && { mergeKey }) })
  const settled = () => expect.poll(() => model.account.getState().saving.kind).toBe('saved')
  const said = () => model.messages.getState().messages.map((message) => message.text)

  it('shows an edit before the disk has it and says "saved" only after', async () => {
    desktop.hold()
    rename('Fjordline')
    expect(account().profile.name).toBe('Fjordline')
    expect(model.account.getState().saving).toEqual({ kind: 'saving' })
    desktop.release()
    await settled()
    expect(model.account.getState().saving).toEqual({ kind: 'saved', at: now })
    expect(desktop.accountOf(accountId).profile.name).toBe('Fjordline')
  })

  it('undoes and redoes what was done, newest first', async () => {
    rename('Second')
    rename('Third')
    await model.account.getState().undo(accountId)
    await settled()
    expect(account().profile.name).toBe('Second')
    await model.account.getState().undo(accountId)
    await settled()
    expect(account().profile.name).toBe('Fjordline Freight')
    await model.account.getState().redo(accountId)
    await settled()
    expect(account().profile.name).toBe('Second')
    expect(said()).toEqual(['Undid: account name', 'Undid: account name', 'Redid: account name'])
  })

  it('forgets what could be redone once something new is done', async () => {
    rename('Second')
    await model.account.getState().undo(accountId)
    await settled()
    rename('Other')
    await settled()
    await model.account.getState().redo(accountId)
    await settled()
    expect(account().profile.name).toBe('Other')
  })

  it('undoes a word typed with pauses in one step', async () => {
    rename('F', 'name')
    rename('Fj', 'name')
    rename('Fjo', 'name')
    await settled()
    await model.account.getState().undo(accountId)
    await settled()
    expect(account().profile.name).toBe('Fjordline Freight')
  })

  it('leaves alone what somebody changed since and names them', async () => {
    rename('Mine')
    await settled()
    desktop.teamEdits(accountId, [{ kind: 'set', at: 'profile', field: 'name', value: 'Theirs' }])
    await model.account.getState().undo(accountId)
    await settled()
    expect(account().profile.name).toBe('Theirs')
    expect(said().at(-1)).toContain('Kim Adeyemi changed this since')
  })

  it('keeps showing what the full disk refused and sends it again in order', async () => {
    desktop.failEdits({ kind: 'diskFull', message: 'The disk is full. Free some space, then try again.' })
    rename('One')
    rename('Two')
    await expect
      .poll(() => model.account.getState().saving)
      .toEqual({ kind: 'failed', message: 'The disk is full. Free some space, then try again.' })
    expect(account().profile.name).toBe('Two')
    expect(desktop.accountOf(accountId).profile.name).toBe('Fjordline Freight')
    desktop.failEdits(null)
    model.account.getState().retry()
    await settled()
    expect(desktop.accountOf(accountId).profile.name).toBe('Two')
    expect(new Set(desktop.calls.filter((call) => call.name === 'account.edit').map((call) => (call.input as { editId: string }).editId)).size).toBe(
      2,
    )
  })

  it('takes back what the account refuses and says why', async () => {
    expect(model.account.getState().edit(accountId, [{ kind: 'remove', at: `people/${fakeId('nobody')}` }], { label: 'person' })).toBe(false)
    expect(desktop.editsSent()).toHaveLength(0)
    expect(said()[0]).toContain('not in this account any more')
  })

  it('takes in a colleague’s change while an edit is on its way', async () => {
    desktop.hold()
    rename('Mine')
    desktop.teamEdits(accountId, [{ kind: 'set', at: 'profile', field: 'industry', value: 'Shipping' }])
    expect(account().profile).toMatchObject({ name: 'Mine', industry: 'Shipping' })
    desktop.release()
    await settled()
    expect(account().profile).toMatchObject({ name: 'Mine', industry: 'Shipping' })
  })

  it('reads the account again where an announcement was missed', async () => {
    desktop.announce('account.changed', { accountId, revision: 9, patches: [], origin: 'team' })
    await expect.poll(() => desktop.calls.filter((call) => call.name === 'account.open').length).toBe(2)
  })

  it('counts as saving while typed text waits to be sent', () => {
    const over = model.account.getState().typing()
    expect(model.account.getState().saving.kind).toBe('saving')
    over()
    expect(model.account.getState().saving.kind).toBe('saved')
  })
})
