import { describe, expect, it } from 'vitest'
import { messagePage } from './messagePage'

describe('messagePage', () => {
  it('shows text as text', () => {
    const page = messagePage({ title: '<img src=x onerror=alert(1)>', sentences: ['"Tom" & <b>Kim</b>'], link: { text: 'Open', address: 'app://plumbline/"onclick="x' } })
    expect(page).not.toMatch(/<img|<b>|"onclick/)
    expect(page).toContain('&#60;b&#62;Kim')
  })
})
