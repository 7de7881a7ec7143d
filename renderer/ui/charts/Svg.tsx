import { createElement, type ReactElement } from 'react'
import type { SvgNode } from '#shared/charts/SvgNode'

/** Draws a drawing. */
export function Svg({ node }: { readonly node: SvgNode }): ReactElement {
  return createElement(node.name, inReactNames(node.attributes), ...node.children.map((child, index) => <Svg key={index} node={child} />))
}

function inReactNames(attributes: SvgNode['attributes']): { readonly [name: string]: string | number } {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name.startsWith('aria-') ? name : name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()), value]),
  )
}
