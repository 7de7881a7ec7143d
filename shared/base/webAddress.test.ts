import { describe, expect, it } from 'vitest'
import { webAddress } from './webAddress'

describe('webAddress', () => {
  it('takes pages of the web, with blanks around them as they are pasted', () => {
    expect(webAddress(' https://example.com/a?b=c \n')).toEqual({ href: 'https://example.com/a?b=c', host: 'example.com' })
    expect(webAddress('HTTP://Example.com:8080')).toEqual({ href: 'http://example.com:8080/', host: 'example.com:8080' })
  })

  it('names the host so that a look-alike can be told apart', () => {
    // The first letter is a Cyrillic one.
    expect(webAddress('https://аpple.com/')?.host).toMatch(/^xn--/)
  })

  it('takes nothing that could start a program or hide where it leads', () => {
    const refused = [
      'file:///etc/passwd',
      'javascript:alert(1)',
      'data:text/html,x',
      'smb://server/share',
      'ms-msdt:/id',
      'app://plumbline/index.html',
      'mailto:kim@example.com',
      'https://bank.example@evil.example/',
      'www.example.com',
      'page 7, second table',
      '',
      `https://example.com/${'x'.repeat(3_000)}`,
    ]
    for (const text of refused) expect(webAddress(text), text).toBeNull()
  })
})
