import { describe, expect, it } from 'vitest'
import { externalAddress } from './externalAddress'

describe('externalAddress', () => {
  it('passes secure pages and mail', () => {
    expect(externalAddress('https://example.com/a?b=c')).toBe('https://example.com/a?b=c')
    expect(externalAddress('mailto:kim@example.com')).toBe('mailto:kim@example.com')
  })

  it('passes nothing that could start a program or hide where it leads', () => {
    const refused = [
      'http://example.com',
      'file:///etc/passwd',
      'javascript:alert(1)',
      'smb://server/share',
      'ms-msdt:/id',
      'https://bank.example@evil.example/',
      'app://plumbline/index.html',
      '/usr/bin/xcalc',
      '',
      `https://example.com/${'x'.repeat(3_000)}`,
    ]
    for (const text of refused) expect(externalAddress(text), text).toBeNull()
  })
})
