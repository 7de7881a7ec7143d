import { expect, it } from 'vitest'
import { createLinkHandlers } from './linkHandlers'

function setUp(isTaken: boolean) {
  const opened: string[] = []
  const handlers = createLinkHandlers(async (address) => {
    opened.push(address)
    return isTaken
  })
  return { opened, open: (address: string) => handlers['link.open']({ address }) }
}

it('hands a page of the web to the browser, in its normal form', async () => {
  const { opened, open } = setUp(true)
  expect(await open('  HTTPS://example.com/a b')).toEqual({ ok: true, value: undefined })
  expect(opened).toEqual(['https://example.com/a%20b'])
})

it('hands nothing else to anybody, and says what can be opened', async () => {
  const { opened, open } = setUp(true)
  for (const address of ['file:///etc/passwd', 'mailto:kim@example.com', 'https://kim@example.com/', 'page 7']) {
    expect(await open(address)).toMatchObject({ ok: false, error: { kind: 'notAWebAddress', message: expect.stringContaining('https://') } })
  }
  expect(opened).toEqual([])
})

it('says so where no browser took the address', async () => {
  expect(await setUp(false).open('https://example.com/')).toMatchObject({ ok: false, error: { kind: 'noBrowser', message: expect.stringContaining('example.com') } })
})
