import { svg, type SvgNode } from './SvgNode'

export interface RangeStrip {
  /** Unique on the page: the fading band refers to it. */
  readonly id: string
  /** From 0 to 1 along the strip. */
  readonly lo: number
  readonly hi: number
  readonly at: number
  readonly colors: { readonly track: string; readonly band: string; readonly dot: string; readonly edge: string }
  readonly height?: number
}

/**
 * An estimate and how far it may be off: a dot, and a band that fades towards its ends, since nothing
 * ends sharply there. As wide as the place it gets: all lengths along it are percentages.
 */
export function rangeStrip({ id, lo, hi, at, colors, height = 20 }: RangeStrip): SvgNode {
  const middle = height / 2
  const width = Math.max(0, hi - lo)
  const dot = width === 0 ? 0.5 : Math.min(1, Math.max(0, (at - lo) / width))
  return svg('svg', { width: '100%', height, 'aria-hidden': 'true', focusable: 'false' }, [
    svg('defs', {}, [
      svg('linearGradient', { id, x1: 0, x2: 1, y1: 0, y2: 0 }, [
        svg('stop', { offset: 0, 'stop-color': colors.band, 'stop-opacity': 0.12 }),
        svg('stop', { offset: dot, 'stop-color': colors.band, 'stop-opacity': 0.9 }),
        svg('stop', { offset: 1, 'stop-color': colors.band, 'stop-opacity': 0.12 }),
      ]),
    ]),
    svg('line', { x1: '0%', x2: '100%', y1: middle, y2: middle, stroke: colors.track, 'stroke-width': 2 }),
    ...(width > 0 ? [svg('rect', { x: percent(lo), width: percent(width), y: middle - 6, height: 12, rx: 3, fill: `url(#${id})` })] : []),
    svg('circle', { cx: percent(at), cy: middle, r: 5, fill: colors.dot, stroke: colors.edge, 'stroke-width': 2 }),
  ])
}

function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`
}
