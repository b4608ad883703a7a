import { toCsv } from '../../model/csv.js'
import { writeRing } from '../../model/drawnring.js'
import { fill, h } from '../dom.js'
import { csvButton } from './parts.js'

/**
 * What was counted in a drawn area, in words, as figures and to copy.
 * @param {object} page @param {object} found answer of the service @param {[number, number][]} places corners
 */
export function drawnResult(page, found, places) {
  const { t, format } = page
  const { count, countInterval, bySqKm, by1000, areaSqKm, notCovered } = found
  const span = ({ lower, upper }, digits) => t('density.span', { lower: format.number(lower, digits), upper: format.number(upper, digits) })
  const size = format.number(areaSqKm, areaSqKm < 10 ? 3 : 1)
  const lead =
    count === null
      ? t('density.drawn.notCovered', { names: notCovered.join(', '), recorded: format.count(found.recorded) })
      : t('density.drawn.lead', { count: format.count(count), area: size, period: format.period(found), rate: format.number(bySqKm.perYear, 2), interval: span(bySqKm, 2) })
  const facts = [
    ['count', count === null ? t('legend.noData') : `${format.count(count)} (${span(countInterval, 1)})`],
    ['rate', bySqKm ? `${format.number(bySqKm.perYear, 2)} (${span(bySqKm, 2)})` : '–'],
    ['per1000', by1000 ? `${format.number(by1000.perYear, 2)} (${span(by1000, 2)})` : '–'],
    ['people', people(page, found)],
    ['area', found.insideShare < 0.999 ? t('density.drawn.partly', { area: size, share: format.number(found.insideShare * 100, 0) }) : size],
    ['communes', found.communes.join(', ')],
    ['leftOut', format.count(found.leftOut)],
  ]
  return h(
    'section',
    { class: 'drawn-result', testid: 'drawn-result' },
    h('h2', { class: 'section-title', text: t('density.drawn.heading') }),
    h('p', {}, lead, found.unstable && h('span', { class: 'tag', text: t('density.few') })),
    h('dl', { class: 'facts' }, facts.map(([key, value]) => [h('dt', { text: t(`density.drawn.fact.${key}`) }), h('dd', { text: value })])),
    h(
      'ul',
      { class: 'density-notes muted small' },
      h('li', { text: t('density.drawn.exactOnly') }),
      found.population && h('li', { text: t('density.drawn.peopleHow') }),
      found.restrictedExcluded && h('li', { text: t('density.restricted') }),
    ),
    h('div', { class: 'table-actions' }, csvButton(page, `vung-tu-ve-${found.from}-${found.to}`, () => csv(page, found, places), { testid: 'drawn-csv', text: t('density.drawn.csv') }), copyButton(page, () => toCsv(csv(page, found, places)).slice(1))),
  )
}

/** How many live there by the figures of units, and of which years these are. */
function people({ t, format }, { population, populationMissing }) {
  if (!population) return populationMissing.length ? t('density.drawn.peopleMissing', { names: populationMissing.join(', ') }) : '–'
  const { inhabitants, firstYear, lastYear, synthetic } = population
  const years = firstYear === lastYear ? `${firstYear}` : `${firstYear}–${lastYear}`
  return t(synthetic ? 'density.drawn.peopleSynthetic' : 'density.drawn.peopleAbout', { count: format.count(Math.round(inhabitants)), years })
}

/** Browsers hand the clipboard out on HTTPS and on the own machine only. */
function copyButton({ t }, text) {
  if (!navigator.clipboard) return null
  const said = h('span', { role: 'status', class: 'muted small' })
  const copy = () => navigator.clipboard.writeText(text()).then(() => fill(said, t('density.drawn.copied')), () => fill(said, t('density.drawn.notCopied')))
  return [h('button', { type: 'button', class: 'button', testid: 'drawn-copy', text: t('density.drawn.copy'), on: { click: copy } }), said]
}

function csv({ t }, found, places) {
  const rows = {
    from: found.from,
    to: found.to,
    boundaryDay: found.boundaryDay,
    count: found.count,
    countLower: found.countInterval?.lower,
    countUpper: found.countInterval?.upper,
    rate: found.bySqKm?.perYear,
    rateLower: found.bySqKm?.lower,
    rateUpper: found.bySqKm?.upper,
    per1000: found.by1000?.perYear,
    per1000Lower: found.by1000?.lower,
    per1000Upper: found.by1000?.upper,
    people: found.population && Math.round(found.population.inhabitants),
    peopleYears: found.population && `${found.population.firstYear}–${found.population.lastYear}`,
    area: found.areaSqKm,
    insideShare: found.insideShare,
    leftOut: found.leftOut,
    communes: found.communes.join('; '),
    notCovered: found.notCovered.join('; '),
    corners: writeRing(places),
  }
  return [[t('density.drawn.csv.what'), t('density.drawn.csv.value')], ...Object.entries(rows).map(([key, value]) => [t(`density.drawn.csv.${key}`), value])]
}
