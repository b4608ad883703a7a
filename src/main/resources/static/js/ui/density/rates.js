import { loadRates } from '../../api/density.js'
import { CHOICES, LEVELS, classesAsked, filterOf } from '../../model/densityquestion.js'
import { NO_DATA_FILL, ZERO_FILL, densityFill, fewFill } from '../../model/palette.js'
import { ranked, standingOf } from '../../model/standing.js'
import { fill, h } from '../dom.js'
import { classFields, paintedClasses } from './classfields.js'
import { drawnCount } from './drawncount.js'
import { densityChoice } from './filter.js'
import { countNotes, csvButton, figureMap, fileLinks, legendList, loadGround, mapFrame, notes } from './parts.js'
import { ratesCsv, ratesTable } from './ratestable.js'

/** Counts and rates of each area, how far they can be trusted, and how it stands against all others. */

const RATES = { perSqKm: 'bySqKm', per1000: 'by1000', perKm: 'byKm' }
const COMMON = { perSqKm: 'perSqKmYear', per1000: 'per1000Year', perKm: 'perKmYear' }
let map = null
let drawn = null

export const ratesView = { levels: LEVELS, fields, show }

function fields(page) {
  return [
    densityChoice(page, 'level', LEVELS, (level) => page.t(`level.${level}`)),
    densityChoice(page, 'basis', CHOICES.basis, (basis) => page.t(`density.basis.${basis}`)),
    classFields(page),
  ]
}

async function show(page, host, signal) {
  const { t, format, question } = page
  const roads = question.level === 'road-segments'
  const basis = roads ? 'perKm' : question.basis
  const [report, ground] = await Promise.all([
    loadRates(question.level, { ...filterOf(question), ...classesAsked(question), basis }, { signal }),
    loadGround(page, roads ? null : question.level, signal),
  ])
  const rate = RATES[basis]
  const common = report.common[COMMON[basis]]
  const areas = ranked(report.areas, rate, format.compareNames)
  const covered = areas.filter((area) => area.count !== null)
  const unit = t(`density.unit.${basis}`)
  const sentence = (area) => sentenceOf(page, area, rate, common)
  const frame = mapFrame(t('density.ratesMap', { period: format.period(report) }))
  const classes = paintedClasses(report.classes)
  page.limits = report.classes.limits
  const shown = (area) => area[rate].smoothed ?? area[rate].perYear
  const fillOf = (area) => {
    if (!area || area.count === null || !area[rate]) return NO_DATA_FILL
    const index = classes.at(shown(area))
    if (index < 0) return ZERO_FILL
    return area.unstable ? fewFill(classes.fillAt(index)) : classes.fillAt(index)
  }
  drawn?.stop()
  drawn = roads || areas.length === 0 ? null : drawnCount(page, frame.element)
  fill(
    host,
    h('p', { class: 'density-lead', testid: 'density-lead', text: leadOf(page, report, covered, common, unit) }),
    areas.length === 0 && h('p', { class: 'empty', text: t('overview.noAreas') }),
    areas.length > 0 && [
      !roads && [frame.element, drawn.tools, drawn.result, legend(page, { classes, areas: covered, all: areas, rate, unit, shown, fillOf })],
      h(
        'div',
        { class: 'table-actions' },
        csvButton(page, `mat-do-${question.level}-${report.from}-${report.to}`, () => ratesCsv(page, areas, rate, unit, sentence)),
        fileLinks(page, question.level),
      ),
      ratesTable(page, { areas, rate, unit, common, onSelect: roads ? null : (id) => map?.select(id) }),
    ],
    notes(
      t('density.note.interval'),
      t('density.note.smoothed'),
      t('density.note.few'),
      basis === 'per1000' && t('density.note.population'),
      countNotes(page, report),
      t('legend.boundaryDay', { day: format.day(report.boundaryDay) }),
    ),
  )
  map?.remove()
  map = null
  if (roads || areas.length === 0) return
  const byId = new Map(areas.map((area) => [String(area.id), area]))
  map = figureMap(page, frame.map, ground.provinces, { onSelect: (id) => markRow(host, id) })
  map.draw(ground.areas, ground.communes, (id) => fillOf(byId.get(id)), (id) => (byId.has(id) ? sentence(byId.get(id)) : t('legend.noData')))
  drawn.start(map)
}

function leadOf({ t, format }, report, covered, common, unit) {
  if (!covered.length) return t('density.noCoverage', { period: format.period(report) })
  const count = covered.reduce((sum, area) => sum + area.count, 0)
  return t('density.lead', {
    count: format.count(count),
    areas: format.count(covered.length),
    all: format.count(report.areas.length),
    period: format.period(report),
    rate: common === null ? '–' : format.number(common, 2),
    unit,
  })
}

/** "Khu phố 3: 12 vụ, cao hơn mức chung, chưa đủ chắc chắn" */
function sentenceOf({ t, format }, area, rate, common) {
  const standing = t(`density.standing.${standingOf(area, rate, common)}`)
  return area.count === null
    ? t('density.sentenceNoData', { name: area.fullName, standing })
    : t('density.sentence', { name: area.fullName, count: format.count(area.count), standing })
}

function legend(page, { classes, areas, all, rate, unit, shown, fillOf }) {
  const { t, format } = page
  const of = (index) => areas.filter((area) => area[rate] && classes.at(shown(area)) === index).length
  const zero = areas.filter((area) => fillOf(area) === ZERO_FILL).length
  const none = all.filter((area) => fillOf(area) === NO_DATA_FILL).length
  return legendList(page, t('density.legend', { unit }), [
    ...classes.items(t, format, of),
    ...(zero ? [{ fill: ZERO_FILL, label: t('legend.zero'), count: zero }] : []),
    ...(areas.some((area) => area.unstable) ? [{ fill: fewFill(densityFill(2)), label: t('legend.unstable') }] : []),
    ...(none ? [{ fill: NO_DATA_FILL, label: t('legend.noData'), count: none }] : []),
  ])
}

/** The row of the area that was chosen on the map. */
function markRow(host, id) {
  for (const row of host.querySelectorAll('tr[data-id]')) row.classList.toggle('is-chosen', row.dataset.id === id)
  host.querySelector(`tr[data-id="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'nearest' })
}
