/** A part of a drawing as plain data, so that the window, a page and a file draw the same. */
export interface SvgNode {
  readonly name: 'svg' | 'g' | 'rect' | 'circle' | 'line' | 'defs' | 'linearGradient' | 'stop'
  /** Names as SVG writes them: `stop-color`. */
  readonly attributes: { readonly [name: string]: string | number }
  readonly children: readonly SvgNode[]
}

export function svg(name: SvgNode['name'], attributes: SvgNode['attributes'], children: readonly SvgNode[] = []): SvgNode {
  return { name, attributes, children }
}
