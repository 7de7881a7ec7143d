import { expect, test } from 'vitest'
import { accountFileName, slug } from './accountFileName'

const id = 'k3x7abqqqqqqqqqqqqqqqqqqqq'

test.each([
  ['Hollenbach Feinkost GmbH & Co. KG', 'hollenbach-feinkost-gmbh-co-kg-k3x7ab.account'],
  ['Société Générale / Zürich', 'societe-generale-zurich-k3x7ab.account'],
  ['株式会社ガルーダ', '株式会社ガルーダ-k3x7ab.account'],
  ['CON', 'con-k3x7ab.account'],
  ['nul.', 'nul-k3x7ab.account'],
  ['..\\..\\etc/passwd', 'etc-passwd-k3x7ab.account'],
  ['~$ draft: "x" <y> |?*', 'draft-x-y-k3x7ab.account'],
  ['🚚🚚', 'account-k3x7ab.account'],
  ['', 'account-k3x7ab.account'],
])('an account called %j has the file %s', (name, file) => {
  expect(accountFileName(name, id)).toBe(file)
})

test('a long name is cut to 40 characters, never inside one, and leaves no hyphen at the end', () => {
  expect(slug('a'.repeat(39) + ' b')).toBe('a'.repeat(39))
  expect(Array.from(slug('𝔘𠮷'.repeat(60)))).toHaveLength(40)
  expect(slug('𠮷'.repeat(60)).isWellFormed()).toBe(true)
})
