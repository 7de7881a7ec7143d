import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { BriefCell, BriefContent } from './BriefContent'
import { briefStyle, briefStyleHash } from './briefStyle'
import { webAddress } from './escapeHtml'
import { renderBriefHtml } from './renderBriefHtml'

const hostileTexts = [
  '<script>alert(1)</script>',
  '</style><script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '<!-- ',
  '&lt;script&gt;',
  'javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'https://example.invalid/" onclick="alert(1)',
  ']]>',
  '\u202egnp.exe',
  '\ud800',
  '\u0000\u0007',
  '{{constructor}}',
]
const hostile = fc.oneof(fc.constantFrom(...hostileTexts), fc.string({ unit: 'binary', maxLength: 30 }), fc.constantFrom('Plain words', 'Müller & Söhne')).filter((text) => text !== '')

describe('the page of a brief', () => {
  test('shows any text as text: no name, quote or address can become markup', () => {
    fc.assert(
      fc.property(hostile, hostile, hostile, (first, second, third) => {
        const page = renderBriefHtml(brief(first, second, third))
        const plain = renderBriefHtml(brief('x', 'x', 'x'))
        expect(tagsOf(page)).toEqual(tagsOf(plain))
        expect(textOf(page)).toContain(printable(first))
        expect(textOf(page)).toContain(printable(third))
      }),
      { numRuns: 300 },
    )
  })

  test('a quotation mark cannot end an attribute', () => {
    expect(renderBriefHtml({ ...brief('a', '', 'c'), language: 'en" onload="alert(1)' })).toContain('<html lang="en&quot; onload=&quot;alert(1)"')
  })

  test('needs nothing from anywhere: no script, nothing fetched, nothing sent, and its own policy says so', () => {
    const page = renderBriefHtml(brief('One', 'https://example.invalid/a?b=1&c=2', 'Two'))
    expect(page).toContain(`content="default-src 'none'; style-src '${briefStyleHash}'; base-uri 'none'; form-action 'none'"`)
    expect(page).not.toMatch(/<(script|link|img|iframe|object|embed|base|form|audio|video|source)\b/i)
    expect(page).not.toMatch(/\b(src|srcset|action|style|on\w+)=/i)
    expect(briefStyle).not.toMatch(/url\(|@import|expression/i)
    expect([...page.matchAll(/href="([^"]*)"/g)].map((match) => match[1])).toEqual(['#slant', 'https://example.invalid/a?b=1&amp;c=2'])
  })

  test('the policy admits exactly the style that is in the page', () => {
    const style = /<style>([\s\S]*?)<\/style>/.exec(renderBriefHtml(brief('a', 'b', 'c')))?.[1] ?? ''
    expect(`sha256-${createHash('sha256').update(style).digest('base64')}`).toBe(briefStyleHash)
  })

  test.each([
    ['https://example.invalid/prices?year=2025', true],
    ['http://example.invalid', true],
    ['javascript:alert(1)', false],
    ['JaVaScRiPt:alert(1)', false],
    [' javascript:alert(1)', false],
    ['data:text/html,hello', false],
    ['javascript://example.invalid/%0aalert(1)', false],
    ['ftp://example.invalid/prices', false],
    ['file:///etc/passwd', false],
    ['//example.invalid', false],
    ['https://', false],
    ['https://example.invalid/" onclick="alert(1)', false],
    ['page 12 of the price list', false],
  ])('the address %s is a link: %s', (address, isLink) => {
    expect(webAddress(address) === address).toBe(isLink)
    expect(renderBriefHtml(brief('a', address, 'c')).includes('<a ')).toBe(isLink)
  })

  test('can be read without seeing it: language, one main heading, a caption and heads for rows and columns', () => {
    const page = renderBriefHtml(brief('One', '', 'Two'))
    expect(page).toContain('<html lang="en"')
    expect(page.match(/<h1>/g)).toHaveLength(1)
    expect(page).toContain('<caption id="comparison">')
    expect([page.match(/<th scope="col"/g)?.length, page.match(/<th scope="colgroup" /g)?.length, page.match(/<th scope="row"/g)?.length]).toEqual([3, 2, 1])
    expect(page).toContain('<span class="hidden">best in this row: </span>')
  })

  test('a short brief is set in larger type, a long one is not', () => {
    expect(renderBriefHtml(brief('One', '', 'Two'))).toContain('class="roomy"')
    expect(renderBriefHtml(brief('One', '', 'A long sentence. '.repeat(400)))).not.toContain('class="roomy"')
  })
})

function brief(name: string, address: string, words: string): BriefContent {
  const cell: BriefCell = { value: words, remarks: words, notes: [1], bar: { low: 0.2, high: 0.6 }, isKnown: true, fails: true, best: 'best in this row' }
  const column = { name, version: words, standing: '1st', details: [words], isFirst: true }
  return {
    language: 'en',
    title: name,
    preparedFor: name,
    asOf: words,
    banner: words,
    watermark: name,
    question: words,
    answer: name,
    answerDetails: [words],
    lead: [{ heading: words, kind: 'points', items: [{ term: words, text: name }] }],
    table: {
      caption: name,
      corner: words,
      groups: [{ label: name, isOut: false, columns: [column] }, { label: words, isOut: true, columns: [column] }],
      rows: [{ name, question: words, share: '25 %', mustHave: words, cells: [cell, { ...cell, best: null, bar: 'unknown', isKnown: false }] }],
      empty: '',
    },
    tableNotes: [words],
    sections: (['points', 'terms', 'prose', 'quotes', 'small'] as const).map((kind) => ({ heading: name, kind, items: [{ term: name, text: words }, { text: words }] })),
    sources: { heading: name, groups: [{ title: name, address, kindAndDate: words, notes: [{ number: 1, text: words }] }], none: '' },
    footer: [words],
  }
}

/** Every tag with its attributes; which type size is used does not matter here. */
function tagsOf(page: string): readonly string[] {
  return [...page.replace(' class="roomy"', '').matchAll(/<[^>]*>/g)].map((match) => match[0])
}

function textOf(page: string): string {
  const entities: { readonly [entity: string]: string } = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'" }
  return page.replace(/<[^>]*>/g, '\n').replace(/&(amp|lt|gt|quot|#39);/g, (entity) => entities[entity] ?? '')
}

function printable(text: string): string {
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
}
