import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const tree = mkdtempSync(join(tmpdir(), 'plumbline-imports-'))
afterAll(() => rmSync(tree, { recursive: true, force: true }))

for (const file of ['.dependency-cruiser.cjs', 'package.json', 'tsconfig.json', 'tsconfig.base.json']) cpSync(join(root, file), join(tree, file))
symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'))

interface Violation {
  readonly from: string
  readonly rule: { readonly name: string }
}

/** The broken rules of a small tree of files. */
function violations(files: { readonly [path: string]: string }): readonly Violation[] {
  for (const folder of ['shared', 'electron', 'renderer', 'e2e']) {
    rmSync(join(tree, folder), { recursive: true, force: true })
    mkdirSync(join(tree, folder))
  }
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(tree, path)), { recursive: true })
    writeFileSync(join(tree, path), text)
  }
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
  const run = spawnSync(process.execPath, [cruiser, 'shared', 'electron', 'renderer', 'e2e', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'], {
    cwd: tree,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  })
  if (run.error) throw run.error
  return (JSON.parse(run.stdout) as { summary: { violations: readonly Violation[] } }).summary.violations
}

/** Gives the files of one planted violation names of their own, so that all can stand in one tree. */
function numbered(files: { readonly [path: string]: string }, number: number): { readonly [path: string]: string } {
  const named = Object.entries(files).map(([path, text]) => [path.replace(/\/([ab])\.ts$/, `/$1${number}.ts`), text.replace(/(from '\.[^']*\/)([ab])'/, `$1$2${number}'`)])
  return Object.fromEntries(named) as { readonly [path: string]: string }
}

const value = 'export const value = 1\n'
const type = 'export interface Thing { readonly a: number }\n'

/** One planted violation per rule: file → text, and what must be there for it to be an import at all. */
const planted: readonly (readonly [rule: string, files: { readonly [path: string]: string }])[] = [
  ['no-cycles', { 'shared/base/a.ts': "import { b } from './b'\nexport const a = b\n", 'shared/base/b.ts': "import { a } from './a'\nexport const b = a\n" }],
  ['no-unresolved', { 'shared/base/a.ts': "import { b } from './nowhere'\nexport const a = b\n" }],
  ['base-is-the-ground', { 'shared/base/a.ts': "import type { Thing } from '../domain/b'\nexport type A = Thing\n", 'shared/domain/b.ts': type }],
  ['domain-is-pure', { 'shared/domain/a.ts': "import type { ReactNode } from 'react'\nexport type A = ReactNode\n" }],
  ['engine-stands-alone', { 'shared/domain/decision/a.ts': "import type { Thing } from '../account/b'\nexport type A = Thing\n", 'shared/domain/account/b.ts': type }],
  ['text-knows-the-domain-only', { 'shared/text/a.ts': "import type { Thing } from '../ipc/b'\nexport type A = Thing\n", 'shared/ipc/b.ts': type }],
  ['contract-knows-the-domain-only', { 'shared/ipc/a.ts': "import type { Thing } from '../text/b'\nexport type A = Thing\n", 'shared/text/b.ts': type }],
  ['shared-knows-no-process', { 'shared/testing/a.ts': "import { value } from '../../electron/b'\nexport const a = value\n", 'electron/b.ts': value }],
  ['shared-has-no-node', { 'shared/ipc/a.ts': "import { join } from 'node:path'\nexport const a = join\n" }],
  ['processes-meet-in-shared', { 'renderer/a.ts': "import type { Thing } from '../electron/b'\nexport type A = Thing\n", 'electron/b.ts': type }],
  ['main-knows-no-renderer', { 'electron/a.ts': "import type { Thing } from '../renderer/b'\nexport type A = Thing\n", 'renderer/b.ts': type }],
  ['renderer-has-no-node', { 'renderer/a.ts': "import { readFileSync } from 'node:fs'\nexport const a = readFileSync\n" }],
  ['renderer-has-no-electron', { 'renderer/a.ts': "import { ipcRenderer } from 'electron'\nexport const a = ipcRenderer\n" }],
  ['renderer-takes-types-of-the-contract', { 'renderer/a.ts': "import { z } from 'zod'\nexport const a = z\n" }],
  ['features-are-islands', { 'renderer/features/x/a.ts': "import { value } from '../y/b'\nexport const a = value\n", 'renderer/features/y/b.ts': value }],
  ['buyer-page-knows-no-member', { 'renderer/buyer/a.ts': "import { value } from '../model/b'\nexport const a = value\n", 'renderer/model/b.ts': value }],
  ['model-knows-no-view', { 'renderer/model/a.ts': "import { value } from '../features/y/b'\nexport const a = value\n", 'renderer/features/y/b.ts': value }],
  ['looks-know-no-model', { 'renderer/ui/a.ts': "import { value } from '../model/b'\nexport const a = value\n", 'renderer/model/b.ts': value }],
  ['bridge-in-one-file', { 'renderer/features/x/a.ts': "import { value } from '../../desktop'\nexport const a = value\n", 'renderer/desktop.ts': value }],
  ['crdt-in-one-file', { 'electron/accounts/a.ts': "import type { Doc } from '@automerge/automerge'\nexport type A = Doc<object>\n" }],
  ['lowdb-in-one-file', { 'electron/accounts/index/a.ts': "import { Low } from 'lowdb'\nexport const a = Low\n" }],
  ['electron-in-few-files', { 'electron/accounts/a.ts': "import { app } from 'electron'\nexport const a = app\n" }],
  ['production-imports-no-tests', { 'electron/vault/a.ts': "import { value } from './testing/b'\nexport const a = value\n", 'electron/vault/testing/b.ts': value }],
  ['e2e-takes-types-only', { 'e2e/a.ts': "import { value } from '../electron/b'\nexport const a = value\n", 'electron/b.ts': value }],
  ['electron-vault-looks-down', { 'electron/vault/a.ts': "import type { Thing } from '../accounts/b'\nexport type A = Thing\n", 'electron/accounts/b.ts': type }],
  ['electron-cli-looks-down', { 'electron/cli/a.ts': "import type { Thing } from '../windows/b'\nexport type A = Thing\n", 'electron/windows/b.ts': type }],
]

describe('the import rules', () => {
  test('a tree that keeps them passes', () => {
    expect(
      violations({
        'shared/base/a.ts': value,
        'shared/domain/b.ts': "import { value } from '../base/a'\nexport const b = value\n",
        'electron/vault/c.ts': "import { b } from '#shared/domain/b'\nexport const c = b\n",
        'renderer/d.ts': "import { b } from '#shared/domain/b'\nexport const d = b\n",
      }),
    ).toEqual([])
  })

  test('each reports the violation planted for it', () => {
    const files = Object.assign({}, ...planted.map(([, files], number) => numbered(files, number))) as { readonly [path: string]: string }
    const reported = violations(files)
    const silent = planted.filter(([rule], number) => !reported.some((violation) => violation.rule.name === rule && new RegExp(`/[ab]${number}\\.ts$`).test(violation.from)))
    expect(silent.map(([rule]) => rule)).toEqual([])
  })

  test('every rule has a planted violation, but for the layers, which are made by one function', () => {
    const listed = execFileSync(process.execPath, ['-e', "console.log(require('./.dependency-cruiser.cjs').forbidden.map((rule) => rule.name).join('\\n'))"], { cwd: root, encoding: 'utf8' })
    const rules = listed.trim().split('\n').filter((name) => !name.endsWith('-looks-down'))
    const withViolation = new Set(planted.map(([rule]) => rule))
    expect(rules.filter((rule) => !withViolation.has(rule))).toEqual([])
  })
})
