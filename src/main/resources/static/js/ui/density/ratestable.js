import { standingOf } from '../../model/standing.js'
import { h } from '../dom.js'
import { intervalBar } from './intervalbar.js'
import { figureTable } from './parts.js'

/** The rates of all areas as a table and as a file; by smoothed rate, as they come. */

const HEADS = ['area', 'count', 'rate', 'smoothed', 'standing']

/** @param {object} page @param {{areas: object[], rate: string, unit: string, common: number|null, onSelect: ((id: string) => void)|null}} table */
export function ratesTable(page, { areas, rate, unit, common, onSelect }) {
  const { t, format } = page
  const highest = scaleEnd(areas, rate, common)
  const span = ({ lower, upper }, digits) => t('density.span', { lower: format.number(lower, digits), upper: format.number(upper, digits) })
  return figureTable(page, {
    caption: t('density.caption'),
    testid: 'density-table',
    heads: HEADS.map((key) => ({ key, text: t(`density.head.${key}`, { unit }), number: key !== 'area' && key !== 'standing' })),
    rows: areas.map((area) => ({
      id: String(area.id),
      onSelect: onSelect ? () => onSelect(String(area.id)) : undefined,
      cells: [
        [area.fullName, area.parentName && h('small', { text: area.parentName })],
        area.count === null ? t('legend.noData') : [format.count(area.count), h('small', { text: span(area.countInterval, 1) })],
        area[rate] ? [format.number(area[rate].perYear, 2), h('small', { text: span(area[rate], 2) }), intervalBar(area[rate], common, highest)] : '–',
        area[rate]?.smoothed == null ? '–' : format.number(area[rate].smoothed, 2),
        [t(`density.standing.${standingOf(area, rate, common)}`), area.unstable && h('span', { class: 'tag', text: t('density.few') })],
      ],
    })),
  })
}

/** So long that the intervals of areas with some cases fit; that of a small one with few would press all others together. */
function scaleEnd(areas, rate, common) {
  const known = areas.filter((area) => area[rate])
  const stable = known.filter((area) => !area.unstable)
  return Math.max(1e-9, common ?? 0, ...(stable.length ? stable : known).map((area) => area[rate].upper))
}

/** @param {(area: object) => string} sentence */
export function ratesCsv({ t }, areas, rate, unit, sentence) {
  const heads = ['area', 'within', 'count', 'countLower', 'countUpper', 'rate', 'rateLower', 'rateUpper', 'smoothed', 'standing']
  return [
    heads.map((key) => t(`density.csv.${key}`, { unit })),
    ...areas.map((area) => [
      area.fullName,
      area.parentName,
      area.count,
      area.countInterval?.lower,
      area.countInterval?.upper,
      area[rate]?.perYear,
      area[rate]?.lower,
      area[rate]?.upper,
      area[rate]?.smoothed,
      sentence(area),
    ]),
  ]
}
