import { PATTERN_FILLS } from '../model/palette.js'

const SVG = 'http://www.w3.org/2000/svg'

/** Strokes of each pattern in a 10 by 10 tile. */
const SHAPES = {
  lines: { size: 8, path: 'M0 4H8' },
  hatch: { size: 9, path: 'M-2 2L2 -2M0 9L9 0M7 11L11 7' },
  back: { size: 10, path: 'M-2 8L2 12M0 0L10 10M8 -2L12 2' },
  cross: { size: 11, path: 'M0 11L11 0M0 0L11 11M-1 1L1 -1M10 12L12 10M-1 10L1 12M10 -1L12 1' },
  dots: {
    size: 10,
    dots: [
      [2.5, 2.5],
      [7.5, 7.5],
    ],
    radius: 1.3,
  },
  few: {
    size: 9,
    dots: [
      [2.25, 2.25],
      [6.75, 6.75],
    ],
    radius: 0.95,
  },
  wide: {
    size: 11,
    dots: [
      [3, 3],
      [8.5, 8.5],
    ],
    radius: 0.9,
  },
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

/**
 * The same fill for a canvas.
 * @param {CanvasRenderingContext2D} pen @param {import('../model/palette.js').Fill} fill
 * @param {number} scale pixels of the canvas for one of CSS
 * @param {{x: number, y: number}} origin CSS pixels of the canvas's corner, so that the pattern goes on in the next canvas
 * @returns {string|CanvasPattern}
 */
export function canvasPaintOf(pen, fill, scale, origin) {
  const shape = SHAPES[fill.pattern]
  if (!shape) return fill.colour
  const key = `${fill.key}|${scale}`
  if (!stamps.has(key)) stamps.set(key, stamp(shape, fill, scale))
  const canvas = stamps.get(key)
  const pattern = pen.createPattern(canvas, 'repeat')
  // A stamp has whole pixels, so its size may be a little off that of the shape.
  const css = canvas.width / scale
  pattern.setTransform(new DOMMatrix([1 / scale, 0, 0, 1 / scale, -(origin.x % css), -(origin.y % css)]))
  return pattern
}

/** Made once for each fill and scale. */
const stamps = new Map()

function stamp(shape, fill, scale) {
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = Math.round(shape.size * scale)
  const pen = canvas.getContext('2d')
  pen.scale(canvas.width / shape.size, canvas.height / shape.size)
  pen.fillStyle = fill.colour
  pen.fillRect(0, 0, shape.size, shape.size)
  if (shape.path) {
    pen.strokeStyle = fill.ink
    pen.globalAlpha = 0.6
    pen.stroke(new Path2D(shape.path))
  }
  pen.fillStyle = fill.ink
  pen.globalAlpha = 0.7
  for (const [x, y] of shape.dots ?? []) {
    pen.beginPath()
    pen.arc(x, y, shape.radius, 0, Math.PI * 2)
    pen.fill()
  }
  return canvas
}

/** Puts the patterns into the document once; map shapes and legend swatches refer to them by id. */
export function installPatterns() {
  if (document.getElementById('map-patterns')) return
  const definitions = element('defs', {})
  for (const fill of PATTERN_FILLS) {
    const shape = SHAPES[fill.pattern]
    const pattern = element('pattern', {
      id: `pattern-${fill.key}`,
      width: shape.size,
      height: shape.size,
      patternUnits: 'userSpaceOnUse',
    })
    pattern.append(element('rect', { width: shape.size, height: shape.size, fill: fill.colour }))
    if (shape.path)
      pattern.append(
        element('path', { d: shape.path, stroke: fill.ink, 'stroke-width': 1, 'stroke-opacity': 0.6, fill: 'none' }),
      )
    for (const [cx, cy] of shape.dots ?? [])
      pattern.append(element('circle', { cx, cy, r: shape.radius, fill: fill.ink, 'fill-opacity': 0.7 }))
    definitions.append(pattern)
  }
  const svg = element('svg', {
    id: 'map-patterns',
    width: 0,
    height: 0,
    'aria-hidden': 'true',
    focusable: 'false',
    style: 'position:absolute',
  })
  svg.append(definitions)
  document.body.append(svg)
}
