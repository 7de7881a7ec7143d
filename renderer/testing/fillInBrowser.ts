/** What the component library expects of a browser and jsdom does not have. Nothing here is ours. */
export function fillInBrowser(): void {
  Object.assign(window, {
    matchMedia: (query: string) => ({ matches: false, media: query, addEventListener: () => {}, removeEventListener: () => {} }),
    ResizeObserver: class {
      observe(): void {}
      unobserve(): void {}
      disconnect(): void {}
    },
    requestIdleCallback: () => 0,
    cancelIdleCallback: () => {},
  })
  // Without a size nothing is in view, and what floats over a cell hides with the cell.
  for (const [name, value] of [
    ['clientWidth', 1280],
    ['clientHeight', 800],
  ] as const)
    Object.defineProperty(document.documentElement, name, { value, configurable: true })
  Object.assign(Element.prototype, {
    getBoundingClientRect: () => new DOMRect(100, 100, 120, 40),
    scrollIntoView: () => {},
    checkVisibility: () => true,
  })
  Object.defineProperty(Element.prototype, 'clientHeight', {
    get(this: Element) {
      return this.hasAttribute('data-draws-what-is-in-view') ? 560 : 0
    },
    configurable: true,
  })
  Object.assign(HTMLCanvasElement.prototype, { getContext: () => null })
}
