import { byId, fill, h } from './dom.js'
import { densityFill, fewFill } from '../model/palette.js'
import { paintOf } from '../map/patterns.js'
import { incidentSymbol } from '../map/pointlayer.js'

const SVG = 'http://www.w3.org/2000/svg'

/** @param {import('../model/palette.js').Fill} paint @returns {SVGElement} a patch with the same pattern as on the map */
export function swatch(paint, width = 26, height = 18) {
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('width', String(width))
  svg.setAttribute('height', String(height))
  svg.setAttribute('class', 'swatch')
  svg.setAttribute('aria-hidden', 'true')
  const rect = document.createElementNS(SVG, 'rect')
  for (const [name, value] of Object.entries({
    x: 0.5,
    y: 0.5,
    width: width - 1,
    height: height - 1,
    rx: 3,
    fill: paintOf(paint),
    stroke: '#5d6b7a',
  })) {
    rect.setAttribute(name, String(value))
  }
  svg.append(rect)
  return svg
}

function noCaseSign() {
  const sign = h('span', { class: 'legend-sign' })
  // Our own fixed drawing, no text of users.
  sign.innerHTML = incidentSymbol('KHAC', false, 'not_a_case')
  return sign
}

/**
 * Legend: unit, classes with the number of areas in each, period, boundary day.
 * @param {{t: Function, format: object}} options
 */
export function createLegend({ t, format }) {
  const host = byId('legend')
  let open = !window.matchMedia('(max-width: 760px)').matches

  /** On a phone the open legend takes the place of the round button. */
  function setOpen(value) {
    open = value
    document.body.classList.toggle('legend-open', open)
  }

  function limits(item) {
    if (item.kind === 'zero') return t('legend.zero')
    if (item.kind === 'no-data') return t('legend.noData')
    if (item.kind === 'status') return t(`status.${item.fill.key}`)
    const [min, max] = [format.limit(item.min), format.limit(item.max)]
    if (item.min === item.max) return max
    return item.includesMin ? t('legend.range', { min, max }) : t('legend.above', { min, max })
  }

  function countRange(item) {
    const first = item.includesMin ? item.min : item.min + 1
    return first === item.max ? format.count(item.max) : `${format.count(first)} – ${format.count(item.max)}`
  }

  return {
    /**
     * @param {{legend: object, theme: string, level: string, period: object, boundaryDay: string, year: number, asOf: string|null,
     *   windows: object|null, unstable: boolean, merged: boolean, notACase: boolean}|null} view null while nothing is known;
     *   merged: communes stand for their areas on the map; notACase: the map shows incidents that are none
     */
    update(view) {
      host.hidden = !view || !view.legend.items.length
      if (host.hidden) return
      const { legend, theme, level, period, boundaryDay, year, unstable } = view
      const text = (item) => (theme === 'count' && item.kind === 'class' ? countRange(item) : limits(item))
      const lines = legend.items.map((item) =>
        h(
          'li',
          { class: 'legend-item' },
          swatch(item.fill),
          h('span', { class: 'legend-label', text: text(item) }),
          h('span', {
            class: 'legend-count',
            text: format.count(item.count),
            title: t('legend.areas', { count: item.count }),
          }),
        ),
      )
      const window = view.windows && (level === 'communes' ? view.windows.commune : view.windows.residentialArea)
      const span =
        theme === 'status'
          ? window
            ? t('legend.window', { year, period: format.period(window) })
            : t('legend.year', { year })
          : t('legend.period', { period: format.period(period) })
      fill(
        host,
        h(
          'details',
          { open, on: { toggle: (event) => setOpen(event.target.open) } },
          h(
            'summary',
            { class: 'legend-head' },
            h('span', { class: 'legend-title', text: t(`theme.${theme}`) }),
            h(
              'span',
              { class: 'legend-ramp', 'aria-hidden': 'true' },
              legend.items.map((item) => swatch(item.fill, 14, 12)),
            ),
          ),
          h('p', { class: 'legend-unit', text: `${t(`theme.${theme}.unit`)} · ${t(`level.${level}`)}` }),
          h('ul', { class: 'legend-list' }, lines),
          unstable && h('p', { class: 'legend-note' }, swatch(fewFill(densityFill(2))), t('legend.unstable')),
          view.merged && h('p', { class: 'legend-note', testid: 'legend-merged', text: t(`tiles.merged.${theme === 'status' || theme === 'count' ? theme : 'rate'}`) }),
          view.notACase && h('p', { class: 'legend-note', testid: 'legend-no-case' }, noCaseSign(), t('legend.notACase')),
          h('p', { class: 'legend-meta', text: span }),
          theme === 'status' && view.asOf && h('p', { class: 'legend-meta legend-as-of', testid: 'legend-as-of', text: t('asOf.short', { day: format.day(view.asOf) }) }),
          h('p', { class: 'legend-meta', text: t('legend.boundaryDay', { day: format.day(boundaryDay) }) }),
        ),
      )
    },
  }
}
