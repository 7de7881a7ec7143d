import { randomBytes } from 'node:crypto'
import { mkdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { goTo } from './places.mjs'

const account = 'Ostrand Freight'

const made = new WeakMap()

/**
 * Two laptops of a team that share a folder, both with the account open. Made at the first call;
 * what is not shown is done by commands, as the windows give them.
 */
export function colleagues(helpers) {
  if (!made.has(helpers)) made.set(helpers, makeColleagues(helpers))
  return made.get(helpers)
}

async function makeColleagues(helpers) {
  const folder = join(helpers.folders.produced, 'Team folder')
  await mkdir(folder)
  const kim = await helpers.laptop('Kim Berg')
  await command(kim, 'workspace.create', { name: 'Team North', memberName: 'Kim Berg' })
  const { accountId } = await command(kim, 'account.create', { name: account })
  const ids = { comparison: newId(), option: newId(), criterion: newId() }
  await command(kim, 'account.edit', { accountId, editId: newId(), edits: comparisonEdits(ids) })
  await command(kim, 'sync.publish', { folder: await chosen(helpers, kim, folder) })
  await command(kim, 'sync.now', {})

  const dana = await helpers.laptop('Dana Ruiz')
  await command(dana, 'workspace.join', { folder: await chosen(helpers, dana, folder), memberName: 'Dana Ruiz' })
  await command(dana, 'sync.now', {})

  const write = (page, value) =>
    command(page, 'account.edit', {
      accountId,
      editId: newId(),
      edits: [{ kind: 'set', at: `comparisons/${ids.comparison}`, field: 'cellValue', key: `${ids.option}:${ids.criterion}`, value }],
    })
  return {
    kim,
    dana,
    /** Both write into one cell while the folder is away, and open the account once it is back. */
    collide: async () => {
      await rename(folder, `${folder} away`)
      await write(kim, 9)
      await write(dana, 14)
      await rename(`${folder} away`, folder)
      for (const page of [kim, dana, kim]) await command(page, 'sync.now', {})
      for (const page of [kim, dana]) {
        await goTo(page, 'Accounts')
        await page.getByRole('button', { name: account, exact: true }).click()
        await page.getByRole('region', { name: 'Two colleagues wrote different things' }).waitFor()
      }
    },
  }
}

function comparisonEdits({ comparison, option, criterion }) {
  const at = `comparisons/${comparison}`
  const add = (place, id, fields) => ({ kind: 'add', in: place, id, fields, before: null })
  return [
    { kind: 'set', at: 'profile', field: 'industry', value: 'Logistics' },
    add('people', newId(), { name: 'Lena Forsk', title: 'Head of operations', buyingRole: 'decides' }),
    add('comparisons', comparison, { title: 'Warehouse 2027', question: 'Which warehouse system from 2027?', currency: 'EUR' }),
    add(`${at}/options`, newId(), { name: 'Stay as is', kind: 'stayAsIs' }),
    add(`${at}/options`, newId(), { name: 'Do it in-house', kind: 'inHouse' }),
    add(`${at}/options`, newId(), { name: 'A newcomer', kind: 'newcomer' }),
    add(`${at}/options`, option, { name: 'Quayside Suite', kind: 'rival' }),
    add(`${at}/criteria`, criterion, { name: 'Time to go live', unit: 'weeks', direction: 'min', lo: 8, hi: 16, points: 100 }),
    { kind: 'set', at, field: 'cellValue', key: `${option}:${criterion}`, value: 12 },
  ]
}

async function chosen(helpers, page, folder) {
  await helpers.answerFolderDialog(page, folder)
  return (await command(page, 'folder.choose', { purpose: 'teamFolder' })).token
}

/** Gives a command as the window does; a failure ends the tour with its words. */
async function command(page, name, input) {
  const answer = await page.evaluate(([words, value]) => window.desktop.invoke(words, value), [name, input])
  if (!answer.ok) throw new Error(`${name}: ${answer.error.message}`)
  return answer.value
}

/** Random letters as ids are made of. */
function newId() {
  return Array.from(randomBytes(26), (byte) => letters[byte % letters.length]).join('')
}

const letters = 'abcdefghijklmnopqrstuvwxyz234567'
