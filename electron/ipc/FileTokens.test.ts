import { describe, expect, it } from 'vitest'
import { FileTokens } from './FileTokens'

describe('FileTokens', () => {
  let next = 0
  const ids = { next: () => `token-${++next}` }

  it('finds the path again, and tells the window only the name', () => {
    const tokens = new FileTokens(ids)
    const saved = tokens.forFile('/home/kim/Documents/brief.pdf')
    expect(saved.name).toBe('brief.pdf')
    expect(JSON.stringify(saved)).not.toContain('kim')
    expect(tokens.path('file', saved.token)).toBe('/home/kim/Documents/brief.pdf')
  })

  it('does not take a path, a guess, or a token for something else', () => {
    const tokens = new FileTokens(ids)
    const file = tokens.forFile('/home/kim/brief.pdf')
    const folder = tokens.forFolder('/home/kim/team')
    for (const text of ['/etc/passwd', 'constructor', folder]) expect(tokens.path('file', text)).toBeNull()
    expect(tokens.path('folder', file.token)).toBeNull()
  })

  it('does not know the tokens of another start', () => {
    const { token } = new FileTokens(ids).forFile('/home/kim/brief.pdf')
    expect(new FileTokens(ids).path('file', token)).toBeNull()
  })
})
