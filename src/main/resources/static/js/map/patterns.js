import { PATTERN_FILLS } from '../model/palette.js'

const SVG = 'http://www.w3.org/2000/svg'

/** Strokes of each pattern in a 10 by 10 tile. */
const SHAPES = {
  lines: { size: 8, path: 'M0 4H8' },
  hatch: { size: 8, path: 'M-2 2L2 -2M0 8L8 0M6 10L10 6' },
  back: { size: 8, path: 'M-2 6L2 10M0 0L8 8M6 -2L10 2' },
  cross: { size: 8, path: 'M0 8L8 0M0 0L8 8M-1 1L1 -1M7 9L9 7M-1 7L1 9M7 -1L9 1' },
  dots: { size: 8, dots: [[2, 2], [6, 6]], radius: 1.3 },
  wide: { size: 11, dots: [[3, 3], [8.5, 8.5]], radius: 0.9 },
}

function element(name, attributes) {
  const node = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value))
  return node
}

/** @param {import('../model/palette.js').Fill} fill @returns {string} value of an SVG fill */
export function paintOf(fill) {
  return fill.pattern === 'none' ? fill.colour : `url(#pattern-${fill.key})`
}

/** Puts the patterns into the document once; map shapes and legend swatches refer to them by id. */
export function installPatterns() {
  if (document.getElementById('map-patterns')) return
  const definitions = element('defs', {})
  for (const fill of PATTERN_FILLS) {
    const shape = SHAPES[fill.pattern]
    const pattern = element('pattern', { id: `pattern-${fill.key}`, width: shape.size, height: shape.size, patternUnits: 'userSpaceOnUse' })
    pattern.append(element('rect', { width: shape.size, height: shape.size, fill: fill.colour }))
    if (shape.path) pattern.append(element('path', { d: shape.path, stroke: fill.ink, 'stroke-width': 1, fill: 'none' }))
    for (const [cx, cy] of shape.dots ?? []) pattern.append(element('circle', { cx, cy, r: shape.radius, fill: fill.ink }))
    definitions.append(pattern)
  }
  const svg = element('svg', { id: 'map-patterns', width: 0, height: 0, 'aria-hidden': 'true', focusable: 'false', style: 'position:absolute' })
  svg.append(definitions)
  document.body.append(svg)
}
