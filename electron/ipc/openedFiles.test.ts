import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AccountRow } from '#shared/domain/account/AccountRow'
import { accountFilesIn } from './accountFilesIn'
import { OpenedFiles } from './OpenedFiles'
import { RowNews } from './RowNews'

describe('files opened in the file manager', () => {
  it('waits for the window with the one the app was started with, and announces those that follow', () => {
    const announced: string[] = []
    const opened = new OpenedFiles((path) => announced.push(path))
    opened.open('/stick/a.account')
    expect(announced).toEqual([])
    expect(opened.take()).toBe('/stick/a.account')
    expect(opened.take()).toBeNull()
    opened.open('/stick/b.account')
    expect(announced).toEqual(['/stick/b.account'])
  })

  it('finds account files among the words of a start, whatever else is there, and where they were meant', () => {
    expect(accountFilesIn(['/usr/bin/plumbline', '--no-sandbox', 'north.account', '/stick/SOUTH.ACCOUNT', 'notes.txt', '--x.account'], '/home/kim')).toEqual([
      join('/home/kim', 'north.account'),
      '/stick/SOUTH.ACCOUNT',
    ])
  })
})

describe('what became of rows', () => {
  const row = (accountId: string, name: string): AccountRow => ({ accountId, name }) as AccountRow

  it('is told once for each account, as it is by then, and never more at once than may cross', () => {
    const told: { readonly changed: readonly AccountRow[]; readonly removed: readonly string[] }[] = []
    const news = new RowNews((part) => told.push(part))
    news.add({ rows: [row('a', 'Old'), row('b', 'Gone')], removed: [] })
    news.add({ rows: [row('a', 'New')], removed: ['b'] })
    news.tell()
    news.tell()
    expect(told).toEqual([{ changed: [row('a', 'New')], removed: ['b'] }])
    told.length = 0
    news.add({ rows: Array.from({ length: 1_000 }, (_, number) => row(`${number}`, 'x')), removed: [] })
    news.tell()
    expect(told.map(({ changed }) => changed.length)).toEqual([400, 400, 200])
  })
})
