import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { Page } from '@playwright/test'
import { expect } from './fixtures'

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

interface AxeResults {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary?: string }[] }[]
}
interface PageWithAxe {
  readonly axe?: { readonly run: (root: Document, options: object) => Promise<AxeResults> }
}

/** Everything that can be checked by rule: WCAG 2.2 AA, and what the makers of axe call best practice. */
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What a page offers now breaks no rule of accessibility, in light and in dark. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // The brief has one look for paper and screen; the app follows.
    if ((await page.locator('html[data-mantine-color-scheme]').count()) > 0) await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme)
    expect(await violations(page), `${where}, ${colorScheme}`).toEqual([])
  }
  await page.emulateMedia({ colorScheme: null, reducedMotion: null })
}

/** What axe finds on a page as it is. */
export async function violations(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(await readFile(axePath, 'utf8'))
  return page.evaluate(async (values) => {
    // Colours on their way from one to the other would be measured as neither.
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished))
    const { axe } = window as unknown as PageWithAxe
    if (!axe) throw new Error('axe is not there')
    const { violations: found } = await axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'], iframes: false })
    return found.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary = '' }) => `${id}: ${target.join(' ')}: ${failureSummary.replace(/\s+/g, ' ')}`))
  }, rules)
}

/** The page is no wider than the window, and nothing that can be pressed lies beyond its sides where nobody can scroll to. */
export async function expectNothingCutOff(page: Page, where: string): Promise<void> {
  const cut = await page.evaluate(() => {
    const root = document.documentElement
    const scrolls = (element: Element | null): boolean =>
      element !== null && ((/auto|scroll/.test(getComputedStyle(element).overflowX) && element.scrollWidth > element.clientWidth) || scrolls(element.parentElement))
    const lost = [...document.querySelectorAll('button, a[href], input, select, textarea, [tabindex="0"]')].filter((element) => {
      const { left, right, width } = element.getBoundingClientRect()
      const isHiddenOnPurpose = width <= 1 || !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
      return !isHiddenOnPurpose && (right > root.clientWidth + 1 || left < -1) && !scrolls(element)
    })
    const names = lost.map((element) => element.getAttribute('aria-label') ?? element.textContent ?? element.tagName)
    return root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth - root.clientWidth} wider than the window`, ...names] : names
  })
  expect(cut, where).toEqual([])
}
