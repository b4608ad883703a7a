import { paintOf } from '../../map/patterns.js'
import { firstShown, paintedShapes, smallFrame } from '../../model/smallmap.js'
import { h } from '../dom.js'
import { svgNode } from './barchart.js'

/** More of them side by side nobody compares; the slider has them all. */
const MOST_MAPS = 12

/**
 * The steps side by side as small maps with one way of colouring. A button each: it shows its step on the large map.
 * @param {object} page
 * @param {{series: object, labels: string[], ground: {areas: object[], communes: object[]},
 *   fillOf: (id: string, step: number) => object, onStep: (step: number) => void}} row
 */
export function smallMaps({ t, format }, { series, labels, ground, fillOf, onStep }) {
  const { steps, totals } = series
  if (steps.length < 2 || !ground.areas.length) return null
  const frame = smallFrame(ground.areas, ground.communes)
  const areas = ground.areas.map((feature) => ({ id: String(feature.id ?? feature.properties.id), path: frame.pathOf(feature) }))
  const border = ground.communes.map(frame.pathOf).join('')
  const first = firstShown(steps, MOST_MAPS)
  return [
    h('h2', { class: 'section-title', text: t('density.smallMaps') }),
    h('p', { class: 'muted small', text: [t('density.smallMapsHint'), first > 0 && t('density.lastMaps', { shown: format.count(MOST_MAPS), all: format.count(steps.length) })].filter(Boolean).join(' ') }),
    h('ol', { class: 'small-maps', testid: 'small-maps' }, steps.slice(first).map((step, index) => h('li', {}, one(first + index)))),
  ]

  function one(step) {
    const { count } = totals[step]
    return h(
      'button',
      { type: 'button', class: 'small-map', testid: `small-map-${steps[step].key}`, on: { click: () => onStep(step) } },
      picture(step),
      h('span', { class: 'small-map-name', text: labels[step] }),
      h('span', { text: count === null ? t('legend.noData') : t('density.cases', { count: format.count(count) }) }),
      h('small', { class: 'muted', text: format.period(steps[step]) }),
    )
  }

  function picture(step) {
    const svg = svgNode('svg', { viewBox: `-3 -3 ${frame.width + 6} ${frame.height + 6}`, 'aria-hidden': 'true', focusable: 'false' })
    for (const { fill, path } of paintedShapes(areas, (id) => fillOf(id, step))) svg.append(svgNode('path', { d: path, class: 'small-map-area', fill: paintOf(fill) }))
    svg.append(svgNode('path', { d: border, class: 'small-map-border' }))
    return svg
  }
}
