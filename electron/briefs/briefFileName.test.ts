import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { briefFileName } from './briefFileName'

describe('briefFileName', () => {
  it('says whose brief it is, about what, and from when', () => {
    expect(briefFileName('Corrin Vale Water', 'Pool cars', '2026-11-21', 'pdf')).toBe('Corrin Vale Water - Pool cars - 2026-11-21.pdf')
  })

  it('is a plain name on every system, whatever the account is called', () => {
    expect(briefFileName('../../etc: "A/B"', ' ', '2026-11-21', 'html')).toBe('etc A B - 2026-11-21.html')
    expect(briefFileName('', '\u202Efdp.', '2026-11-21', 'pdf')).toBe('fdp - 2026-11-21.pdf')
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 200 }), (account, title) => {
        const name = briefFileName(account, title, '2026-11-21', 'pdf')
        expect(name).not.toMatch(/[/\\:*?"<>|\p{Cc}\p{Cf}]|^[. ]/u)
        expect(new TextEncoder().encode(name).length).toBeLessThanOrEqual(255)
      }),
    )
  })
})
