import { svgNode } from './barchart.js'

const [WIDTH, HEIGHT] = [120, 16]

/**
 * Where a rate lies and how far it may be off, on the scale of the whole table; a thin line is the common rate. The numbers
 * stand beside it, so nobody has to see it.
 * @param {{perYear: number, lower: number, upper: number}} rate @param {number|null} common @param {number} highest end of the scale
 */
export function intervalBar({ perYear, lower, upper }, common, highest) {
  const x = (value) => 2 + (Math.min(value, highest) / highest) * (WIDTH - 4)
  const svg = svgNode('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, width: WIDTH, height: HEIGHT, class: 'interval-bar', 'aria-hidden': 'true', focusable: 'false' })
  if (common !== null) svg.append(svgNode('line', { x1: x(common), x2: x(common), y1: 0, y2: HEIGHT, class: 'interval-common' }))
  svg.append(
    svgNode('line', { x1: x(lower), x2: x(upper), y1: HEIGHT / 2, y2: HEIGHT / 2, class: 'interval-span' }),
    svgNode('circle', { cx: x(perYear), cy: HEIGHT / 2, r: 3.5, class: 'interval-rate' }),
  )
  return svg
}
