import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { appFile } from './appFile'

const root = resolve('/opt/plumbline/renderer')

describe('appFile', () => {
  it('finds files of the built page and their kinds', () => {
    expect(appFile('app://plumbline/index.html', root)).toEqual({ path: resolve(root, 'index.html'), mimeType: 'text/html; charset=utf-8' })
    expect(appFile('app://plumbline/assets/index-B1_x.js', root)?.mimeType).toMatch(/^text\/javascript/)
    expect(appFile('app://plumbline/assets/inter.woff2?v=1#x', root)?.path).toBe(resolve(root, 'assets/inter.woff2'))
  })

  it('does not leave the folder, however the way out is written', () => {
    const ways = [
      '/../package.json',
      '/%2e%2e/package.json',
      '/..%2f..%2fpackage.json',
      '/..%5cpackage.json',
      '/..\\package.json',
      '/assets/../../package.json',
      '//etc/hosts.json',
      '/C:/Windows/win.json',
      '/assets/%00.html',
      '/.env.json',
    ]
    for (const way of ways) {
      const file = appFile(`app://plumbline${way}`, root)
      expect(file === null || file.path.startsWith(`${root}/`), way).toBe(true)
    }
  })

  it('stays in the folder for any address at all', () => {
    fc.assert(
      fc.property(fc.webPath(), fc.string(), (path, text) => {
        for (const way of [path, text, `${path}/../${text}.html`, `/${text}.js`]) {
          const file = appFile(`app://plumbline/${way}`, root)
          expect(file === null || file.path.startsWith(`${root}/`)).toBe(true)
        }
      }),
    )
  })

  it('serves no other host, scheme or kind of file', () => {
    for (const address of ['app://other/index.html', 'https://plumbline/index.html', 'file:///etc/hosts.html', 'app://plumbline/main.node', 'app://plumbline/', 'nonsense']) {
      expect(appFile(address, root), address).toBeNull()
    }
  })
})
