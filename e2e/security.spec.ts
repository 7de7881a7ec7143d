import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { newId } from './newId'

/** What a page script would meet: run by the page itself, not by the inspector, which may do more. */
function rejectionOf(page: Page, name: string, input: unknown): Promise<string> {
  return page.evaluate(
    async ([command, given]) => {
      const { desktop } = window as unknown as { readonly desktop: { invoke(name: unknown, input: unknown): Promise<unknown> } }
      try {
        return `answered ${JSON.stringify(await desktop.invoke(command, given))}`
      } catch (error) {
        return error instanceof Error ? error.message : String(error)
      }
    },
    [name, input] as const,
  )
}

test('the page reaches three functions of the desktop and nothing of Node', async ({ page }) => {
  const reach = await page.evaluate(() => {
    const globals = window as unknown as Record<string, unknown>
    return {
      node: ['require', 'process', 'module', 'Buffer', 'global', '__dirname', 'electron', 'ipcRenderer'].filter((name) => globals[name] !== undefined),
      desktop: Object.keys(globals['desktop'] as object),
      constructed: String(Function.prototype.constructor === (globals['desktop'] as { invoke: () => void }).invoke.constructor),
    }
  })
  expect(reach).toEqual({ node: [], desktop: ['invoke', 'subscribe', 'fileFor'], constructed: 'true' })
})

test('nothing from elsewhere is loaded and no text is run as code', async ({ laptop, page }) => {
  const stopped = await page.evaluate(async () => {
    const violated = new Set<string>()
    document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => violated.add(effectiveDirective))
    const put = (name: string, attributes: Record<string, string>, text = ''): HTMLElement => {
      const element = document.createElement(name)
      for (const [attribute, value] of Object.entries(attributes)) element.setAttribute(attribute, value)
      element.textContent = text
      document.body.append(element)
      return element
    }
    put('img', { src: 'https://example.com/pixel.png' })
    put('script', { src: 'https://example.com/code.js' })
    put('script', {}, 'window.ranInline = true')
    put('link', { rel: 'stylesheet', href: 'https://example.com/style.css' })
    put('iframe', { src: 'https://example.com/' })
    put('object', { data: 'https://example.com/x.pdf' })
    put('video', { src: 'https://example.com/x.mp4' })
    put('style', {}, '@font-face { font-family: Far; src: url(https://example.com/far.woff2) } body { font-family: Far }')
    // eslint-disable-next-line @typescript-eslint/no-implied-eval -- this is what must be refused
    setTimeout('window.ranText = true')
    put('button', { onclick: 'window.ranAttribute = true' }).click()
    const requests = [fetch('https://example.com/'), fetch('http://127.0.0.1:9/'), WebAssembly.compile(new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]))]
    const refused = (await Promise.allSettled(requests)).filter(({ status }) => status === 'rejected').length
    for (const open of [() => new WebSocket('wss://example.com/'), () => new EventSource('https://example.com/'), () => new Worker(URL.createObjectURL(new Blob(['1'])))]) {
      try {
        open()
      } catch {
        violated.add('thrown')
      }
    }
    const wanted = ['img-src', 'script-src-elem', 'script-src-attr', 'style-src-elem', 'frame-src', 'object-src', 'media-src', 'font-src', 'connect-src', 'worker-src']
    while (!wanted.every((directive) => violated.has(directive))) await new Promise((resolve) => document.addEventListener('securitypolicyviolation', resolve, { once: true }))
    const globals = window as unknown as Record<string, unknown>
    return { refused, ran: ['ranInline', 'ranText', 'ranAttribute'].filter((name) => globals[name] !== undefined) }
  })
  expect(stopped).toEqual({ refused: 3, ran: [] })
  laptop.forgiveProblems()
})

test('the page stays where it is, and opens no window', async ({ laptop, page, app }) => {
  const address = page.url()
  for (const goal of ['https://example.com/', 'http://example.com/', 'file:///etc/passwd', 'data:text/html,x', 'app://plumbline/assets/', 'app://elsewhere/index.html']) {
    await page.evaluate((href) => {
      location.href = href
    }, goal)
    expect(await page.evaluate((href) => window.open(href) === null, goal), goal).toBe(true)
  }
  await page.evaluate(() => {
    const form = document.createElement('form')
    form.action = 'https://example.com/'
    document.body.append(form)
    form.submit()
  })
  expect(page.url()).toBe(address)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
  laptop.forgiveProblems()
})

test('a link leads outside only as a secure page or a mail', async ({ laptop, page }) => {
  for (const address of ['http://example.com/', 'file:///etc/passwd', 'javascript:alert(1)', 'smb://server/share', 'https://kim@example.com/', 'https://example.com/report', 'mailto:kim@example.com']) {
    await page.evaluate((href) => {
      const link = document.createElement('a')
      link.href = href
      link.target = '_blank'
      document.body.append(link)
      link.click()
    }, address)
  }
  await expect.poll(() => laptop.handedOut()).toEqual(['https://example.com/report', 'mailto:kim@example.com'])
  laptop.forgiveProblems()
})

test('where a value comes from opens in the browser, and as nothing but a page of the web', async ({ laptop }) => {
  for (const address of ['file:///etc/passwd', 'javascript:alert(1)', 'smb://server/share', 'https://kim@example.com/', 'mailto:kim@example.com', 'page 7']) {
    expect(await laptop.invoke('link.open', { address }), address).toMatchObject({ ok: false, error: { kind: 'notAWebAddress' } })
  }
  for (const address of ['http://example.com/report', ' https://example.com/price list ']) expect(await laptop.invoke('link.open', { address })).toMatchObject({ ok: true })
  expect(await laptop.handedOut()).toEqual(['http://example.com/report', 'https://example.com/price%20list'])
})

test('a window that we did not open may give no command, even with our preload and our page', async ({ laptop, page, app }) => {
  const planted = app.waitForEvent('window')
  await app.evaluate(({ app: electron, BrowserWindow, session }) => {
    const preload = `${electron.getAppPath()}/out/preload/preload.cjs`
    const stranger = new BrowserWindow({ show: false, webPreferences: { session: session.fromPartition('window'), preload } })
    return stranger.loadURL('app://plumbline/index.html')
  })
  const stranger = await planted
  await stranger.waitForLoadState()
  expect(await rejectionOf(stranger, 'workspace.create', { name: 'Stolen', memberName: 'Nobody' })).toMatch(/Refused/)
  expect(await rejectionOf(stranger, 'app.start', {})).toMatch(/Refused/)
  expect(await laptop.invoke('workspace.list', {})).toEqual({ ok: true, value: [] })
  expect(await rejectionOf(page, 'app.start', {})).toMatch(/^answered/)
})

test('a command that the contract does not know, or with another input, is refused without a word in the log', async ({ laptop, page }) => {
  expect(await rejectionOf(page, 'account.steal', {})).toMatch(/Unknown command/)
  expect(await rejectionOf(page, '__proto__', {})).toMatch(/Unknown command/)
  const secret = 'Fabrikam owes nothing'
  for (const input of [{ name: secret, extra: secret }, { name: secret.repeat(100) }, { name: 7 }, null, secret, [secret], { name: 'x'.repeat(3_000_000) }]) {
    expect(await rejectionOf(page, 'account.create', input)).toMatch(/^plumbline-bug:[a-z2-7]{26}$/)
  }
  expect(await rejectionOf(page, 'account.open', { accountId: '../../../etc/passwd' })).toMatch(/^plumbline-bug:/)
  await laptop.quit()
  const log = await readFile(join(laptop.userData, 'logs', 'plumbline.log'), 'utf8')
  expect(log).toContain('badInput')
  expect(log).toContain('inputTooLarge')
  expect(log).not.toContain('Fabrikam')
})

test('a token is no path, and a path is no token', async ({ laptop }) => {
  for (const file of ['/etc/passwd', newId()]) expect(await laptop.invoke('file.show', { file })).toMatchObject({ ok: false, error: { kind: 'noSuchToken' } })
  await laptop.answerFolderDialog(laptop.documents)
  const folder = await laptop.invoke('folder.choose', { purpose: 'teamFolder' })
  const token = folder.ok ? (folder.value?.token ?? '') : ''
  expect(await laptop.invoke('file.show', { file: token })).toMatchObject({ ok: false, error: { kind: 'noSuchToken' } })
  expect(await laptop.invoke('workspace.join', { folder: laptop.documents, memberName: 'Kim' })).toMatchObject({ ok: false, error: { kind: 'noSuchToken' } })
  expect(await laptop.handedOut()).toEqual([])
})

test('no address of ours leads out of the folder of the page', async ({ laptop, page }) => {
  const answers = await page.evaluate(() =>
    Promise.all(
      ['/../package.json', '/..%2f..%2fpackage.json', '/%2e%2e/main/main.js', '/..%5cmain/main.js', '//etc/hosts', '/.hidden.html', '/assets/..%00.html', '/'].map(async (path) => {
        const answer = await fetch(`app://plumbline${path}`)
        return [answer.status, await answer.text()]
      }),
    ),
  )
  expect(answers).toEqual(answers.map(() => [404, '']))
  expect(await page.evaluate(async () => (await fetch('app://plumbline/index.html')).status)).toBe(200)
  expect(await page.evaluate(async () => (await fetch('app://plumbline/index.html', { method: 'POST' })).status)).toBe(405)
  laptop.forgiveProblems()
})

test('the page gets no permission and no download', async ({ laptop, page, app }) => {
  const granted = await page.evaluate(async () => {
    const ask = [
      () => navigator.mediaDevices.getUserMedia({ audio: true }),
      () => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject)),
      () => navigator.clipboard.readText(),
      () => Notification.requestPermission().then((answer) => (answer === 'granted' ? answer : Promise.reject(new Error(answer)))),
    ]
    return (await Promise.allSettled(ask.map((request) => request()))).filter(({ status }) => status === 'fulfilled').length
  })
  expect(granted).toBe(0)
  // Listening begins before the click: the two reach two processes.
  await app.evaluate(({ session }) => {
    const refused = new Promise((resolve) => session.fromPartition('window').once('will-download', (event) => resolve(event.defaultPrevented)))
    Object.assign(globalThis, { refused })
  })
  await page.evaluate(() => {
    const link = document.createElement('a')
    link.href = 'data:text/plain,x'
    link.download = 'x.txt'
    link.click()
  })
  expect(await app.evaluate(() => (globalThis as unknown as { readonly refused: Promise<boolean> }).refused)).toBe(true)
  laptop.forgiveProblems()
})

test('nothing of the page is kept on the disk by the browser engine', async ({ page, app }) => {
  await page.evaluate(() => localStorage.setItem('word', 'kept'))
  expect(await app.evaluate(({ session }) => ['window', 'print'].map((name) => session.fromPartition(name).isPersistent()))).toEqual([false, false])
})
