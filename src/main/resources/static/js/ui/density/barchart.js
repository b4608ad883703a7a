import { h } from '../dom.js'

const SVG = 'http://www.w3.org/2000/svg'
const [WIDTH, HEIGHT] = [240, 72]

/**
 * Bars from zero; what is not known is hatched and not a bar of nothing. The numbers are read from the list beneath by who
 * does not see it.
 * @param {{label: string, bars: Array<{value: number|null, text: string, name?: string}>, highest: number, named?: boolean}} chart
 *   highest: what fills the height; named: a name under each bar
 */
export function barChart({ label, bars, highest, named = false }) {
  const svg = svgNode('svg', { viewBox: `0 0 ${WIDTH} ${HEIGHT + (named ? 12 : 0)}`, class: 'bar-chart', role: 'img', 'aria-label': label, preserveAspectRatio: 'none' })
  const slot = WIDTH / Math.max(1, bars.length)
  bars.forEach(({ value, text, name }, index) => {
    const height = value === null ? HEIGHT : (value / highest) * (HEIGHT - 2)
    const bar = svgNode('rect', {
      x: index * slot + slot * 0.1,
      y: HEIGHT - Math.max(height, 0.6),
      width: slot * 0.8,
      height: Math.max(height, 0.6),
      class: value === null ? 'bar-none' : 'bar',
    })
    const title = svgNode('title', {})
    title.textContent = text
    bar.append(title)
    svg.append(bar)
    // Every third hour and every month have room.
    if (named && (bars.length <= 12 || index % 3 === 0)) {
      const word = svgNode('text', { x: index * slot + slot / 2, y: HEIGHT + 10, 'text-anchor': 'middle' })
      word.textContent = name
      svg.append(word)
    }
  })
  svg.append(svgNode('line', { x1: 0, x2: WIDTH, y1: HEIGHT, y2: HEIGHT, class: 'bar-base' }))
  return h('div', {}, svg, h('ul', { class: 'visually-hidden' }, bars.map(({ text }) => h('li', { text }))))
}

export function svgNode(name, attributes) {
  const node = document.createElementNS(SVG, name)
  for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, String(value))
  return node
}
